import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { filesInArchive } from '../../../../scripts/lib/packaging/asar.mjs';

/** All files below a folder, relative to it, with slashes. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export function archived(folder: string): string[] {
  return filesInArchive(join(folder, 'resources', 'app.asar')).sort();
}

/** The files of a packed app, archive included, that hold a text as it is. */
export function filesHolding(folder: string, needle: string): string[] {
  const bytes = Buffer.from(needle);
  return filesBelow(folder).filter((file) => readFileSync(join(folder, file)).includes(bytes));
}
