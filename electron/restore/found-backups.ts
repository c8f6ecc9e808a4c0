import { dirname, join } from 'node:path';
import type { Background } from '../../core/background/tasks';
import { namesIn } from '../../core/backups/files';
import type { FoundBackup } from '../../core/contract/restore';
import { parseBackupName } from '../../core/domain/backup';
import { AppError } from '../../core/errors/app-error';

/** Where a desk's backups lie. */
export interface BackupPlace {
  place: FoundBackup['place'];
  path: string;
}

/** A key that opens nothing: with none at hand every backup is one of another key. */
const noKey = new Uint8Array(32);

/** The backups in these places, newest first. */
export async function findBackups(
  background: Background,
  places: readonly BackupPlace[],
  key: Uint8Array | null,
): Promise<FoundBackup[]> {
  const folders = places.map(({ path }) => path);
  const backups = await background('listBackups', { folders, key: key ?? noKey });
  return backups
    .flatMap(({ path, file, name, state, facts }) => {
      const place = places.find((one) => one.path === dirname(path))?.place;
      if (name === null || place === undefined) return [];
      return [{ id: idOf(place, file), file, ...name, place, state, people: facts?.people ?? null }];
    })
    .sort((a, b) => b.at - a.at);
}

function idOf(place: BackupPlace['place'], file: string): string {
  return `${place}/${file}`;
}

/** The file behind an id: one of ours, by its name, in one of these places. Error: `backup.gone`. */
export function pathOf(places: readonly BackupPlace[], id: string): string {
  for (const { place, path } of places) {
    const file = namesIn(path).find((name) => parseBackupName(name) !== null && idOf(place, name) === id);
    if (file !== undefined) return join(path, file);
  }
  throw new AppError('backup.gone');
}
