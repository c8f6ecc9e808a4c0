import { inThisThread } from '../../core/background/tasks';
import { settleKeys } from '../../core/key-change/change-key';
import type { KeyStore } from '../../core/ports';
import { systemRandom } from '../../core/system';
import { fileAnchorStore } from '../../electron/platform/anchor/file-anchor';
import { macKeys } from '../../electron/platform/anchor/mac-key';
import { fileKeyStore } from '../../electron/platform/key-store/file-store';
import { obtainKey } from '../../electron/platform/key-store/obtain-key';

interface Files {
  path: string;
  keyFile: string;
  anchorFile: string;
  folder: string;
}

export const anchorOf = ({ anchorFile }: Pick<Files, 'anchorFile'>, key: Uint8Array) =>
  fileAnchorStore(anchorFile, macKeys(key, null, 'linux'));

/** What a start does before it opens the database: the key that fits, and all that goes with it. */
export async function settledKey(
  files: Files,
  { keyStore, background } = { keyStore: fileKeyStore(files.keyFile) as KeyStore, background: inThisThread },
): Promise<Uint8Array> {
  const key = await obtainKey(keyStore, files.path, systemRandom);
  await settleKeys(key, {
    databasePath: files.path,
    ownFolder: files.folder,
    ...{ keyStore, background },
    anchorStore: (one) => anchorOf(files, one),
    progress: () => undefined,
  });
  return key;
}
