import type { auditContract } from '../../../core/contract/audit';
import type { Anchoring } from '../../../core/services/audit-log/anchoring';
import type { Services } from '../../../core/services/create-services';
import type { Health } from '../../health';
import type { LongJobs } from '../long-jobs';
import { type HandlersOf, signedIn } from '../request-context';
import type { WindowOperations } from '../window-operations';
import { notSaved, told } from './chosen-file';

interface Parts extends Pick<Services, 'auditLog'> {
  anchoring: Pick<Anchoring, 'kept'>;
  longJobs: LongJobs;
  windows: Pick<WindowOperations, 'newFile'>;
  health: Pick<Health, 'damaged'>;
}

export function auditHandlers({
  auditLog,
  anchoring,
  longJobs,
  windows,
  health,
}: Parts): HandlersOf<typeof auditContract> {
  return {
    'audit.page': (input, context) => auditLog.page(signedIn(context).actor, input),
    'audit.verify': async (_input, context) => {
      const { actor } = signedIn(context);
      const verdict = await longJobs.run(context.windowId, (job) =>
        auditLog.verify(actor, job, anchoring.kept()),
      );
      if (verdict.problem?.kind === 'damaged') health.damaged();
      return verdict;
    },
    'audit.export': async (input, context) => {
      const { actor } = signedIn(context);
      const file = await notSaved(
        windows.newFile(context.windowId, { title: 'Activity', extension: input.format }),
      );
      if (file === null) return { saved: null };
      const saved = await longJobs.run(context.windowId, (job) =>
        auditLog.export(actor, input, told(file), job),
      );
      return { saved };
    },
    'audit.cancel': (_input, { windowId }) => {
      longJobs.cancel(windowId);
      return {};
    },
  };
}
