import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../core/db/open';
import type { Database } from '../../core/db/types';
import { rebuild } from '../../core/services/directory/rebuild';
import { copies } from '../faults/template';
import { problemsOf } from '../faults/whole';
import { livedIn, madeEarlier, rowsIn } from '../faults/world';
import { openOptions } from '../support/options';
import { journal, migrationsUpTo } from './earlier';

const folders = copies();
let world: Database;

beforeAll(async () => {
  const path = join(folders.empty(), 'atrium.db');
  await livedIn(path, { acts: 300, seed: 5 });
  world = openDatabase(openOptions(path));
});

afterAll(() => {
  world.close();
  folders.discard();
});

const earlier = journal()
  .entries.slice(0, -1)
  .map(({ tag }) => tag);

test.each(earlier)('a lived-in file of the version that ended with %s loses nothing', async (tag) => {
  const path = join(folders.empty(), 'atrium.db');
  const { shape, rows } = madeEarlier(world, path, migrationsUpTo(tag));
  expect(rows.get('user')?.length).toBeGreaterThan(20);
  const after = openDatabase(openOptions(path));
  try {
    for (const [table, wanted] of rows)
      expect([table, rowsIn(after, shape).get(table)]).toEqual([table, wanted]);
    after.write(null, rebuild);
    expect(await problemsOf(after)).toEqual([]);
  } finally {
    after.close();
  }
});
