import { readOwnerFile, writeOwnerFile } from '../platform/key-store/key-file';
import type { BackupPlace } from './found-backups';

/**
 * The folder somebody chose for backups, noted beside the database: a desk whose database can't be opened has to know where to
 * look. @param path of the note
 */
export function folderNote(path: string) {
  let written: string | null = null;
  return {
    /** @param folder `null`: backups lie in the data folder alone. */
    write(folder: string | null): void {
      const text = folder === null ? '' : `${folder}\n`;
      if (text === written || (text === '' && readOwnerFile(path) === null)) return;
      writeOwnerFile(path, text);
      written = text;
    },
    read(): BackupPlace[] {
      const folder = (readOwnerFile(path) ?? '').trimEnd();
      return folder === '' ? [] : [{ place: 'chosen', path: folder }];
    },
  };
}
