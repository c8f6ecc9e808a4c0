import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Backup } from '../../backups/read-backup';
import type { ListedBackup } from '../../contract/backups';
import type { BackupName } from '../../domain/backup';
import { AppError } from '../../errors/app-error';
import type { BackupDeps } from './deps';
import type { Places } from './places';

export interface Listing {
  /** Newest first. Read anew when a folder has changed, off this thread. */
  list(): Promise<ListedBackup[]>;
  /** The path behind an id of the list. Error: `backup.gone`. */
  find(id: string): Promise<string>;
}

export function createListing({
  background,
  key,
  ownFolder,
  places,
}: BackupDeps & { places: Places }): Listing {
  let kept: { as: string; backups: Promise<Backup[]> } | null = null;

  /** Opening a page must not read every backup again. */
  async function backups(): Promise<Backup[]> {
    const folders = places.all().map(({ path }) => path);
    const as = (await Promise.all(folders.map(async (path) => `${path} ${await changedAt(path)}`))).join(
      '\n',
    );
    if (kept?.as !== as) kept = { as, backups: background('listBackups', { folders, key }) };
    // What couldn't be read is tried again the next time.
    kept.backups.catch(() => {
      kept = null;
    });
    return kept.backups;
  }

  const idOf = (path: string) => `${dirname(path) === ownFolder ? 'own' : 'chosen'}/${basename(path)}`;

  return {
    async list() {
      const found = await backups();
      return found
        .filter((backup): backup is Backup & { name: BackupName } => backup.name !== null)
        .map(({ path, file, name, size, state, facts }) => ({
          id: idOf(path),
          file,
          ...name,
          size,
          place: dirname(path) === ownFolder ? ('own' as const) : ('chosen' as const),
          state,
          holds: facts && {
            organisation: facts.organisation,
            people: facts.people,
            invitations: facts.invitations,
            sites: facts.sites,
            visits: facts.visits,
          },
        }))
        .sort((a, b) => b.at - a.at);
    },
    async find(id) {
      const found = (await backups()).find(({ path }) => idOf(path) === id);
      if (found === undefined) throw new AppError('backup.gone');
      return found.path;
    },
  };
}

function changedAt(folder: string): Promise<number> {
  return stat(folder).then(
    (found) => found.mtimeMs,
    () => 0,
  );
}
