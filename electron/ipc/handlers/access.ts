import type { accessContract } from '../../../core/contract/access';
import type { Services } from '../../../core/services/create-services';
import type { LongJobs } from '../long-jobs';
import { type HandlersOf, signedIn } from '../request-context';
import type { WindowOperations } from '../window-operations';
import { notSaved, told } from './chosen-file';

interface Parts extends Pick<Services, 'accessHistory'> {
  longJobs: LongJobs;
  windows: Pick<WindowOperations, 'newFile'>;
}

export function accessHandlers({
  accessHistory,
  longJobs,
  windows,
}: Parts): HandlersOf<typeof accessContract> {
  return {
    'access.page': (input, context) => accessHistory.page(signedIn(context).actor, input),
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
