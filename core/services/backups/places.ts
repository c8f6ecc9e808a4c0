import { stat } from 'node:fs/promises';
import type { BackupFolder } from '../../backups/files';
import { readBackupSettings } from './backup-rows';
import type { BackupDeps } from './deps';

export interface Places {
  /** Where backups go now. */
  current(): BackupFolder;
  /** Everywhere they may lie: those made before a migration or a restore are always in the data folder. */
  all(): BackupFolder[];
}

export function createPlaces({ db, ownFolder }: Pick<BackupDeps, 'db' | 'ownFolder'>): Places {
  const own = { path: ownFolder, own: true };
  const chosen = (): BackupFolder | null => {
    const { folder } = readBackupSettings(db);
    return folder === null ? null : { path: folder, own: false };
  };
  return {
    current: () => chosen() ?? own,
    all: () => [own, chosen()].filter((folder) => folder !== null),
  };
}

/** The own folder is made with the first backup. Waits for a share that doesn't answer, and nobody else does. */
export async function isReachable({ path, own }: BackupFolder): Promise<boolean> {
  if (own) return true;
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
