import type { backupsContract } from '../../../core/contract/backups';
import { copyExtension } from '../../../core/domain/backup';
import type { BackupService } from '../../../core/services/backups/create-backups';
import { type HandlersOf, signedIn } from '../request-context';
import type { WindowOperations } from '../window-operations';

interface Parts {
  backups: BackupService;
  windows: Pick<WindowOperations, 'chooseFolder' | 'chooseFile' | 'showFolder'>;
}

export function backupsHandlers({ backups, windows }: Parts): HandlersOf<typeof backupsContract> {
  return {
    'backups.status': () => backups.status(),
    'backups.notice': () => backups.notice(),
    'backups.make': (_input, context) => backups.make(signedIn(context).actor),
    'backups.updateSettings': (input, context) => backups.updateSettings(signedIn(context).actor, input),
    'backups.chooseFolder': async (_input, context) => {
      const { actor } = signedIn(context);
      const folder = await windows.chooseFolder(context.windowId);
      if (folder !== null) backups.chooseFolder(actor, folder);
      return { folder };
    },
    'backups.useOwnFolder': (_input, context) => {
      backups.chooseFolder(signedIn(context).actor, null);
      return {};
    },
    'backups.makeCopy': async ({ passphrase }, context) => {
      const { actor } = signedIn(context);
      const path = await windows.chooseFile(context.windowId, {
        title: 'Atrium Desk',
        extension: copyExtension,
      });
      return { saved: path === null ? null : await backups.makeCopy(actor, passphrase, path) };
    },
    'backups.showFolder': async () => {
      await windows.showFolder(backups.folder().path);
      return {};
    },
  };
}
