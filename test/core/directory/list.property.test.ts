import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ListQuery, type ListRow, listResult } from '../../../core/contract/users';
import { fold } from '../../../core/domain/text';
import type { Actor } from '../../../core/services/actor';
import { createDirectory } from '../../../core/services/directory/create-directory';
import { rebuild } from '../../../core/services/directory/rebuild';
import { openTestDb } from '../../support/db';
import { type ModelRow, type ModelScope, naiveList } from './model';
import { populate, population, query } from './population';

const reader = fc.constantFrom<'tenant_admin' | readonly number[]>(
  'tenant_admin',
  'tenant_admin',
  [0],
  [1, 2],
  [],
);
const limit = fc.integer({ min: 1, max: 12 });

test('every list is what filtering and sorting everything by hand gives', () => {
  fc.assert(
    fc.property(
      population,
      fc.array(fc.tuple(query, reader, limit), { minLength: 12, maxLength: 12 }),
      (given, asked) => {
        const { db, clock, close } = openTestDb();
        // Hundreds of small writes for a population: none has to outlive a power cut here.
        db.client.pragma('synchronous = off');
        try {
          const { siteIds, rows } = populate(db, given, clock.now());
          const directory = createDirectory({ db, clock });
          const check = () => {
            for (const [{ site, ...rest }, who, size] of asked) {
              const own = who === 'tenant_admin' ? null : who.map((i) => siteIds[i] ?? '');
              const wanted = { ...rest, siteId: site === null ? null : (siteIds[site] ?? '') };
              expectList(
                directory,
                actorOf(own),
                wanted,
                size,
                naiveList(rows, own, wanted, clock.now()),
                own,
              );
            }
          };
          check();
          db.write(null, rebuild);
          check();
        } finally {
          close();
        }
      },
    ),
    { numRuns: 40 },
  );
});

type Directory = ReturnType<typeof createDirectory>;

/** Reads the whole list forwards by anchors, then backwards, then some window from the top, and compares. */
function expectList(
  directory: Directory,
  actor: Actor,
  wanted: ListQuery,
  size: number,
  expected: ModelRow[],
  own: ModelScope,
): void {
  const { list } = directory.page(actor, { query: wanted, limit: size });
  expect(listResult.parse(list)).toEqual(list);
  expect(list.total).toEqual({ count: expected.length, capped: false });
  const found: ListRow[] = [...list.rows];
  let last = list;
  while (last.cursor !== null && found.length < expected.length) {
    const anchor = { index: last.start, cursor: last.cursor };
    last = directory.window(actor, { query: wanted, window: { start: found.length, limit: size, anchor } });
    found.push(...last.rows);
  }
  expect(found.map((row) => row.id)).toEqual(expected.map((row) => row.id));
  expect(found).toEqual(expected.map((row) => visible(row, own)));
  if (last.cursor === null) return;
  const start = Math.floor(expected.length / 3);
  const slice = expected.slice(start, start + size).map((row) => row.id);
  const anchor = { index: last.start, cursor: last.cursor };
  for (const window of [
    { start, limit: size, anchor },
    { start, limit: size, anchor: null },
  ]) {
    expect(directory.window(actor, { query: wanted, window }).rows.map((row) => row.id)).toEqual(slice);
  }
}

function visible({ emailKey: _, ...row }: ModelRow, own: ModelScope): ListRow {
  const sites = [...row.sites].sort((a, b) => (fold(a.name) < fold(b.name) ? -1 : 1));
  const seen = own === null ? sites : sites.filter((site) => own.includes(site.id));
  return { ...row, sites: seen, otherSites: sites.length - seen.length };
}

function actorOf(own: ModelScope): Actor {
  const base = { userId: 'u', sessionId: 's' };
  return own === null
    ? { ...base, role: 'tenant_admin', siteIds: [] }
    : { ...base, role: 'site_admin', siteIds: own };
}
