import { expect, it } from 'vitest';
import type { VisitTab } from '../../../core/contract/visits';
import type { Database, SqlValue, Statement } from '../../../core/db/types';
import type { Actor } from '../../../core/services/actor';
import { visitPage } from '../../../core/services/visits/visit-page';
import { createDesk } from './desk';
import { visitOf } from './visiting';

/** Whether a tab stays quick at 100 000 visits is decided by the query plans, so the plans themselves are asserted. */

function watched(db: Database): { db: Database; plans: string[] } {
  const plans: string[] = [];
  function statement<Row>(sql: string): Statement<Row> {
    const inner = db.statement<Row>(sql);
    const note = (parameters: SqlValue[]) => {
      // The site the page is about is read first.
      if (!/\bvisit v\b/.test(sql)) return parameters;
      const steps = db.statement<{ detail: string }>(`explain query plan ${sql}`).all(...parameters);
      plans.push(steps.map((step) => step.detail).join('; '));
      return parameters;
    };
    return {
      get: (...parameters) => inner.get(...note(parameters)),
      all: (...parameters) => inner.all(...note(parameters)),
    };
  }
  return { db: { ...db, statement }, plans };
}

async function planned() {
  const desk = await createDesk();
  const member = await desk.actor({ role: 'member' });
  for (let n = 0; n < 3; n += 1) {
    const times = { expectedArrivalAt: n + 1, expectedDepartureAt: desk.clock.now() + 1 + (n % 2) };
    visitOf(desk, times);
    desk.services.visits.checkIn(desk.admin, { id: visitOf(desk, times) });
    desk.services.visits.cancel(desk.admin, { id: visitOf(desk, times) });
  }
  const { db, plans } = watched(desk.db);
  const page = visitPage({ db, clock: desk.clock });
  return (by: Actor | 'member', tab: VisitTab, { search = '', before = null as string | null } = {}) => {
    const actor = by === 'member' ? member : by;
    plans.length = 0;
    const { next } = page(actor, { siteId: desk.siteId, tab, search, before, limit: 1 });
    return { rows: plans[0] ?? '', counts: plans.slice(1), next, admin: desk.admin };
  };
}

it.each([
  ['expected', 'visit_expected (site_id=?)', 'visit_expected (site_id=? AND expected_arrival_at>?)'],
  [
    'onSite',
    'visit_on_site (site_id=? AND checked_in_at>?)',
    'visit_on_site (site_id=? AND checked_in_at>? AND checked_in_at<?)',
  ],
  ['history', 'visit_history (site_id=?)', 'visit_history (site_id=? AND <expr><?)'],
] as const)(
  '%s walks its index in order, and a later page begins at its place',
  async (tab, first, later) => {
    const plans = await planned();
    const { admin } = plans('member', tab);
    const { rows, next } = plans(admin, tab, { search: 'vera' });
    expect(rows).toContain(`SEARCH v USING INDEX ${first}`);
    expect(next).not.toBeNull();
    const second = plans(admin, tab, { before: next });
    expect(second.rows).toContain(`SEARCH v USING INDEX ${later}`);
    for (const plan of [rows, second.rows]) expect(plan).not.toMatch(/TEMP B-TREE|SCAN/);
  },
);

it('counts walk the index of their tab', async () => {
  const plans = await planned();
  const { admin } = plans('member', 'expected');
  expect(plans(admin, 'history').counts).toEqual([
    'SEARCH v USING INDEX visit_expected (site_id=?)',
    'SEARCH v USING INDEX visit_on_site (site_id=? AND checked_in_at>?)',
  ]);
});

it('a Member’s own are found by host and registrar', async () => {
  const plans = await planned();
  for (const tab of ['expected', 'onSite', 'history'] as const) {
    const { rows, counts } = plans('member', tab);
    for (const plan of [rows, ...counts]) {
      expect(plan).toContain('USING COVERING INDEX visit_by_host (host_id=?)');
      expect(plan).toContain('USING COVERING INDEX visit_by_registrar (registered_by=?)');
      expect(plan).toContain('SEARCH v USING INTEGER PRIMARY KEY (rowid=?)');
    }
  }
});
