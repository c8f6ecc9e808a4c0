import type { accessContract } from '../../../core/contract/access';
import type { Services } from '../../../core/services/create-services';
import type { WindowSessions } from '../../window/window-sessions';
import type { SendEvent } from '../events';
import type { LongJobs } from '../long-jobs';
import { type HandlersOf, signedIn } from '../request-context';
import type { WindowOperations } from '../window-operations';
import { notSaved, told } from './chosen-file';

interface Parts extends Pick<Services, 'accessHistory'> {
  longJobs: LongJobs;
  windowSessions: Pick<WindowSessions, 'current'>;
  send: SendEvent;
  windows: Pick<WindowOperations, 'newFile'>;
}

export function accessHandlers({
  accessHistory,
  longJobs,
  windowSessions,
  send,
  windows,
}: Parts): HandlersOf<typeof accessContract> {
  return {
    'access.page': (input, context) => {
      const { actor } = signedIn(context);
      const { windowId } = context;
      return accessHistory.page(actor, input, (done, total) => {
        const open = windowSessions.current(windowId)?.locked === false;
        // One site is gone through in no time.
        if (open && total > 1) send(windowId, 'audit.progress', { done, total });
      });
    },
    'access.export': async (input, context) => {
      const { actor } = signedIn(context);
      const file = await notSaved(windows.newFile(context.windowId, { title: 'Access', extension: 'csv' }));
      if (file === null) return { saved: null };
      const saved = await longJobs.run(context.windowId, (job) =>
        accessHistory.export(actor, input, told(file), job),
      );
      return { saved };
    },
  };
}
