import type { supportContract } from '../../../core/contract/support';
import { bundleExtension } from '../../../core/doctor/bundle';
import type { Support } from '../../../core/services/support/create-support';
import { type HandlersOf, signedIn } from '../request-context';
import type { WindowOperations } from '../window-operations';

interface Parts {
  support: Support;
  windows: Pick<WindowOperations, 'chooseFile'>;
}

export function supportHandlers({ support, windows }: Parts): HandlersOf<typeof supportContract> {
  return {
    'support.save': async (_input, context) => {
      const { actor } = signedIn(context);
      const title = support.fileName();
      const savedTo = await windows.chooseFile(context.windowId, { title, extension: bundleExtension });
      return savedTo === null ? { savedTo, wrong: 0 } : { savedTo, ...(await support.save(actor, savedTo)) };
    },
  };
}
