import { expect, test } from 'vitest';
import type { ListQuery, ListWindow } from '../../../core/contract/users';
import type { Database, SqlValue, Statement } from '../../../core/db/types';
import { createDirectory } from '../../../core/services/directory/create-directory';
import { rebuild } from '../../../core/services/directory/rebuild';
import { givenSite, givenUser } from '../../support/builders';
import { createTestDb } from '../../support/db';

/**
 * Whether the Users page stays quick at 100 000 people is decided by the query plans, and a plan can be lost without a
 * test noticing: a collation in the wrong place, a column too many. So the plans themselves are asserted here.
 */

const everybody: ListQuery = {
  kind: 'all',
  search: '',
  status: null,
  role: null,
  siteId: null,
  sort: 'email',
  direction: 'asc',
};
const administrator = { userId: 'u', sessionId: 's', role: 'tenant_admin' as const, siteIds: [] };
const indexes = {
  email: 'directory_by_email',
  status: 'directory_by_status',
  role: 'directory_by_role',
  site: 'directory_by_site',
  lastActivity: 'directory_by_activity',
} as const;

/** The database, noting the plan of every query that runs. */
function watched(db: Database): { db: Database; plans: { sql: string; plan: string }[] } {
  const plans: { sql: string; plan: string }[] = [];
  const note = (sql: string, parameters: SqlValue[]) => {
    const steps = db.statement<{ detail: string }>(`explain query plan ${sql}`).all(...parameters);
    plans.push({ sql, plan: steps.map((step) => step.detail).join('; ') });
  };
  function statement<Row>(sql: string): Statement<Row> {
    const inner = db.statement<Row>(sql);
    return {
      get(...parameters) {
        note(sql, parameters);
        return inner.get(...parameters);
      },
      all(...parameters) {
        note(sql, parameters);
        return inner.all(...parameters);
      },
    };
  }
  function column<Value extends SqlValue>(sql: string): Pick<Statement<Value>, 'all'> {
    return {
      all(...parameters) {
        note(sql, parameters);
        return db.column<Value>(sql).all(...parameters);
      },
    };
  }
  return { db: { ...db, statement, column }, plans };
}

function withPeople() {
  const { db, clock } = createTestDb();
  db.client.pragma('synchronous = off');
  const siteIds = [givenSite(db, { name: 'Nord' }), givenSite(db, { name: 'Süd' })];
  for (let i = 0; i < 60; i += 1) {
    givenUser(db, {
      displayName: `Person ${i}`,
      siteIds: [siteIds[i % 2] ?? ''],
      role: i % 20 === 0 ? 'site_admin' : 'member',
    });
  }
  db.write(null, rebuild);
  const { db: watchedDb, plans } = watched(db);
  const directory = createDirectory({ db: watchedDb, clock });
  /** The plans of a first page, or of a later one with an anchor before it. */
  const plansOf = (query: Partial<ListQuery>, page: 'first' | 'later' = 'first') => {
    const wanted = { ...everybody, ...query };
    let window: ListWindow = { start: 0, limit: 5, anchor: null };
    if (page === 'later') {
      const { cursor } = directory.window(administrator, { query: wanted, window: { ...window, start: 20 } });
      window = { start: 25, limit: 5, anchor: { index: 20, cursor: cursor ?? '' } };
    }
    plans.length = 0;
    directory.window(administrator, { query: wanted, window });
    const plan = plans.find((entry) => entry.sql.includes('limit ? offset ?'))?.plan ?? '';
    // The part is picked first, and the rows that were picked are read one by one.
    const picking = /^CO-ROUTINE p; (.*); SCAN p; SEARCH r USING INTEGER PRIMARY KEY \(rowid=\?\)$/.exec(
      plan,
    )?.[1];
    return { page: picking ?? plan, all: plans.map((entry) => entry.plan) };
  };
  return { directory, plansOf, plans, siteIds };
}

test.each(Object.entries(indexes))('the list by %s walks %s and sorts nothing', (sort, index) => {
  const { plansOf } = withPeople();
  for (const direction of ['asc', 'desc'] as const) {
    const query = { sort: sort as ListQuery['sort'], direction };
    expect(plansOf(query).page).toBe(`SCAN e USING COVERING INDEX ${index}`);
    for (const plan of plansOf(query).all)
      expect(plan).not.toMatch(/SCAN (e|directory_entry)(?! USING COVERING)/);
  }
});

test.each([
  ['email', 'directory_by_email ((email_key,id)>(?,?))'],
  ['status', 'directory_by_status ((status_rank,expires_at,email_key,id)>(?,?,?,?))'],
  ['role', 'directory_by_role ((role_rank,email_key,id)>(?,?,?))'],
  ['site', 'directory_by_site ((site_key,email_key,id)>(?,?,?))'],
  ['lastActivity', 'directory_by_activity ((activity_at,email_key,id)>(?,?,?))'],
] as const)('a later page by %s begins at its anchor', (sort, range) => {
  const { plansOf } = withPeople();
  expect(plansOf({ sort }, 'later').page).toBe(`SEARCH e USING COVERING INDEX ${range}`);
});

test('a filter by role or by Active answers in the order of e-mails without sorting', () => {
  const { plansOf } = withPeople();
  expect(plansOf({ role: 'member' }).page).toBe(
    'SEARCH e USING COVERING INDEX directory_by_role (role_rank=?)',
  );
  expect(plansOf({ status: 'active' }).page).toBe(
    'SEARCH e USING COVERING INDEX directory_by_status (status_rank=? AND expires_at=?)',
  );
});

test('a common filter is decided within the index that is walked, without reading rows', () => {
  const { plansOf } = withPeople();
  for (const query of [{ kind: 'users' }, { role: 'member', sort: 'lastActivity' }] as const) {
    expect(plansOf(query).page).toMatch(/^SCAN e USING COVERING INDEX directory_by_\w+$/);
  }
});

test('a search of three letters and more asks the search index, or the list and the needle row by row, and never scans the table', () => {
  const { plansOf, siteIds } = withPeople();
  for (const search of ['person 7', 'Person', 'nobody']) {
    for (const filter of [{}, { role: 'site_admin' }, { siteId: siteIds[0] ?? null }] as const) {
      const { all } = plansOf({ search, ...filter });
      expect(all[0]).toMatch(/SCAN directory_search VIRTUAL TABLE INDEX/);
      for (const plan of all) expect(plan).not.toMatch(/SCAN (e|directory_entry)(;|$)/);
    }
  }
  // What was found as a phrase is not looked for again.
  expect(plansOf({ search: 'person 7' }).page).toMatch(
    /^SCAN j VIRTUAL TABLE INDEX \S+; SEARCH e USING INTEGER PRIMARY KEY \(rowid=\?\)/,
  );
});

test('one and two letters look through the rows once, and never in the order of an index', () => {
  const { plansOf, siteIds } = withPeople();
  for (const search of ['7', 'on', 'zz']) {
    for (const filter of [{}, { role: 'site_admin' }, { siteId: siteIds[0] ?? null }] as const) {
      const { all, page } = plansOf({ search, ...filter, sort: 'lastActivity' });
      expect(all.filter((plan) => /SCAN e(;|$)/.test(plan))).toEqual(['SCAN e']);
      const gathered =
        /^SCAN j VIRTUAL TABLE INDEX \S+; SEARCH e USING INTEGER PRIMARY KEY|^SEARCH e USING INDEX directory_by_role|^SEARCH d /;
      if (page !== '') expect(page).toMatch(gathered);
    }
  }
});

test('totals and cards read counts and index ranges, never the people', () => {
  const { directory, plans } = withPeople();
  plans.length = 0;
  directory.statistics(administrator);
  expect(plans.length).toBeGreaterThan(4);
  for (const { plan } of plans) {
    expect(plan).not.toMatch(/SCAN (e|directory_entry|user)\b/);
    expect(plan).not.toMatch(/SEARCH e USING INDEX directory_by_status/);
  }
});

test('the picture over time and the reminders read ranges of ids and of expiry, never a whole table', () => {
  const { directory, plans } = withPeople();
  plans.length = 0;
  for (const actor of [administrator, { ...administrator, role: 'site_admin' as const, siteIds: ['x'] }]) {
    directory.overTime(actor);
    directory.countResendable(actor, 0, 1);
  }
  expect(plans.length).toBeGreaterThan(20);
  for (const { plan } of plans) {
    expect(plan).toMatch(
      /^SEARCH (e USING (COVERING )?INDEX directory_by_status \(status_rank=\? AND expires_at>\?|directory_accepted USING PRIMARY KEY)/,
    );
    expect(plan).not.toMatch(/SCAN (e|directory_entry|directory_accepted|invitation)\b/);
  }
});
