import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from '../support/db';
import { migrationsFolder } from '../support/options';

interface Journal {
  entries: { tag: string; when: number }[];
}

export function journal(): Journal {
  return JSON.parse(readFileSync(join(migrationsFolder, 'meta/_journal.json'), 'utf8')) as Journal;
}

/** The migrations as an earlier version shipped them: up to and with the one of that tag. */
export function migrationsUpTo(tag: string): string {
  const { entries, ...rest } = journal();
  const end = entries.findIndex((entry) => entry.tag === tag) + 1;
  if (end === 0) throw new Error(`No migration ${tag}`);
  const folder = tempFolder();
  mkdirSync(join(folder, 'meta'));
  for (const { tag: name } of entries.slice(0, end)) {
    copyFileSync(join(migrationsFolder, `${name}.sql`), join(folder, `${name}.sql`));
  }
  writeFileSync(
    join(folder, 'meta/_journal.json'),
    JSON.stringify({ ...rest, entries: entries.slice(0, end) }),
  );
  return folder;
}
