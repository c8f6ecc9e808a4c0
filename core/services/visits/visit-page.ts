import type { ParsedInput, RequestOutput } from '../../contract';
import type { ReadDb, SqlValue } from '../../db/types';
import { searchKey } from '../../domain/visit';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { type Fragment, parametersOf, whereText } from '../directory/fragment';
import { cursorOf, readCursor } from './cursor';
import { type Listed, listedColumns, visitRowOf } from './listed';
import { type Reach, readingReach, requireSeenSite } from './reach';
import { type TabPlan, tabPlan } from './tabs';

/** One site's visits of a tab, and what the other tabs count. Errors: `site.not_found`, `request.malformed`. */
export function visitPage({ db, clock }: Pick<UseCaseDeps, 'db' | 'clock'>) {
  return (actor: Actor, input: ParsedInput<'visits.page'>): RequestOutput<'visits.page'> => {
    const { siteId, tab, limit } = input;
    const reach = readingReach(actor);
    requireSeenSite(db, reach, siteId);
    const now = clock.now();
    const plan = tabPlan(tab, now);
    const where = [...held(plan, siteId), ...searched(input.search)];
    if (input.before !== null) where.push(beyond(plan, input.before, tab));
    // One more than asked for tells whether there is a next page.
    const found = select(db, plan, reach, where, limit + 1);
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    return {
      rows: shown.map((row) => visitRowOf(row, now)),
      next: last === undefined ? null : cursorOf(tab, { at: last.at, id: last.id }),
      counts: {
        expected: count(db, tabPlan('expected', now), reach, siteId),
        onSite: count(db, tabPlan('onSite', now), reach, siteId),
      },
    };
  };
}

function held({ holds, parameters }: TabPlan, siteId: string): Fragment[] {
  return [
    { sql: 'v.site_id = ?', parameters: [siteId] },
    { sql: holds, parameters },
    { sql: 'v.deleted_hlc is null', parameters: [] },
  ];
}

function searched(search: string): Fragment[] {
  const wanted = searchKey(search);
  if (wanted === '') return [];
  return [{ sql: '(instr(v.host_key, ?) or instr(v.visitor_key, ?))', parameters: [wanted, wanted] }];
}

function beyond(
  { key, descending }: TabPlan,
  before: string,
  tab: ParsedInput<'visits.page'>['tab'],
): Fragment {
  const { at, id } = readCursor(tab, before);
  const than = descending ? '<' : '>';
  // The range first: a comparison of pairs finds no place in an index over an expression.
  return { sql: `${key} ${than}= ? and (${key} ${than} ? or v.id ${than} ?)`, parameters: [at, at, id] };
}

/**
 * All visits of a site are walked in the order of their tab. A Member's own are few: those are fetched through the
 * indexes of hosts and registrars, and sorted.
 */
function source({ index }: TabPlan, { own }: Reach): Fragment {
  if (own === null) return { sql: `visit v indexed by ${index}`, parameters: [] };
  const mine = `select rowid as n from visit indexed by visit_by_host where host_id = ?
    union select rowid from visit indexed by visit_by_registrar where registered_by = ?`;
  return { sql: `(${mine}) own cross join visit v on v.rowid = own.n`, parameters: [own, own] };
}

function select(db: ReadDb, plan: TabPlan, reach: Reach, where: Fragment[], limit: number): Listed[] {
  const from = source(plan, reach);
  const order = plan.descending ? 'desc' : 'asc';
  const sql = `select ${listedColumns}, ${plan.key} as at from ${from.sql}${whereText(where)}
    order by ${plan.key} ${order}, v.id ${order} limit ?`;
  const parameters: SqlValue[] = [...from.parameters, ...parametersOf(where), limit];
  return db.statement<Listed>(sql).all(...parameters);
}

function count(db: ReadDb, plan: TabPlan, reach: Reach, siteId: string): number {
  const from = source(plan, reach);
  const where = held(plan, siteId);
  const sql = `select count(*) as n from ${from.sql}${whereText(where)}`;
  return db.statement<{ n: number }>(sql).get(...from.parameters, ...parametersOf(where))?.n ?? 0;
}
