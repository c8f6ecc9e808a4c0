import type { restoreContract } from '../../../core/contract/restore';
import { AppError } from '../../../core/errors/app-error';
import type { Sessions } from '../../../core/services/sessions/types';
import type { DeskToRestore, Restoring } from '../../restore/restoring';
import { type HandlersOf, type RequestContext, signedIn } from '../request-context';

type RestoreHandlers = HandlersOf<typeof restoreContract>;
export type RescueHandlers = Pick<RestoreHandlers, Extract<keyof RestoreHandlers, `rescue.${string}`>>;

interface Parts {
  restoring: Restoring;
  /** As it is at that moment. */
  deskToRestore: () => DeskToRestore;
}

/** At a desk that is open: over the organisation there is, or where none was set up yet. */
export function restoreHandlers({
  sessions,
  ...parts
}: Parts & { sessions: Pick<Sessions, 'view'> }): RestoreHandlers {
  const { restoring, deskToRestore } = parts;
  const restorer = (context: RequestContext) => {
    const { held } = signedIn(context);
    return { id: held.userId, name: sessions.view(held).displayName };
  };
  return {
    'restore.choose': async (_input, { windowId }) => ({
      chosen: await restoring.choose(windowId),
    }),
    'restore.compare': (input, { windowId }) => restoring.compare(deskToRestore(), windowId, input),
    'restore.run': async (input, context) => {
      await restoring.run(deskToRestore(), context.windowId, input, restorer(context));
      return {};
    },
    ...rescueHandlers({
      restoring,
      deskToRestore() {
        const desk = deskToRestore();
        if (desk.state === 'whole') throw new AppError('setup.already_done');
        return desk;
      },
    }),
  };
}

/** Where nobody can be signed in: whoever has a backup and what opens it needs nothing else. */
export function rescueHandlers({ restoring, deskToRestore }: Parts): RescueHandlers {
  return {
    'rescue.found': async () => {
      deskToRestore();
      return { backups: await restoring.found() };
    },
    'rescue.choose': async (_input, { windowId }) => {
      deskToRestore();
      return { chosen: await restoring.choose(windowId) };
    },
    'rescue.compare': (input, { windowId }) => restoring.compare(deskToRestore(), windowId, input),
    'rescue.run': async (input, { windowId }) => {
      await restoring.run(deskToRestore(), windowId, input, null);
      return {};
    },
  };
}
