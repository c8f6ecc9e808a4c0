import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../core/db/open';
import type { Database } from '../../core/db/types';
import { tempFolder } from '../support/db';
import { openOptions } from '../support/options';
import { journal, migrationsUpTo } from './earlier';
import { releases } from './releases';

test.each(Object.entries(releases))(
  'a file of the version that ended with %s keeps its rows',
  (tag, release) => {
    const path = join(tempFolder(), 'atrium.db');
    const before = openDatabase({ ...openOptions(path), migrationsFolder: migrationsUpTo(tag) });
    release.fill(before);
    const rows = counts(before);
    before.close();
    const after = openDatabase(openOptions(path));
    try {
      expect(after.client.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(after.client.pragma('foreign_key_check')).toEqual([]);
      expect(after.client.pragma('foreign_keys', { simple: true })).toBe(1);
      expect(counts(after)).toMatchObject(rows);
      release.check(after);
    } finally {
      after.close();
    }
  },
);

test('every migration but the last is the end of a version that is tested', () => {
  const tags = journal().entries.map((entry) => entry.tag);
  expect(Object.keys(releases)).toEqual(tags.slice(0, -1));
});

function counts(db: Database): Record<string, number> {
  const exchanged = [
    'organisation',
    'site',
    'user',
    'user_site',
    'credential',
    'invitation',
    'invitation_site',
  ];
  // Hashes of passwords long replaced are gone since 0008.
  const values = "personal_value where value not like '$argon2%'";
  const names = [...exchanged, 'change_op', 'audit_event', values, 'sync_state'];
  return Object.fromEntries(
    names.map((name) => [
      name,
      db.statement<{ n: number }>(`select count(*) as n from ${name}`).get()?.n ?? 0,
    ]),
  );
}
