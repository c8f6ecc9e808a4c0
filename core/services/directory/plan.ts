import type { ReadDb } from '../../db/types';
import { countEntries } from './counts';
import { anyRank, type Criteria, conditions, holds } from './criteria';
import type { Hits } from './hits';
import { isShort } from './needle';
import type { Sort } from './sort';
import { filterSources, type Source, searchSource } from './sources';
import type { Total } from './totals';
import type { Candidates, Span } from './walk';

/** Rough costs, counted in steps along an index whose columns decide what matches. */
const cost = {
  step: 1,
  /** Asking whether an entry is at a site. */
  siteProbe: 8,
  /** Reading a row to look for the needle in it. */
  rowRead: 15,
  /** Fetching a candidate through an index of its own, and sorting it. */
  gather: 20,
  /** Looking for the needle in a row where it lies, all of them one after the other. */
  scan: 0.2,
};

interface Plan {
  candidates: Candidates;
  cost: number;
}

/**
 * Three ways to a page. Walking the index of the sort order meets the rows in order and skips what doesn't match: right
 * when much matches. Gathering all candidates of a filter or of the search and sorting them: right when they are few.
 * Going through all rows as they lie, for a needle too short for the search index that neither is common enough to be
 * walked to nor in few rows: the rows met are sorted as they come.
 * All ways give the same rows; the cheapest is taken. Few rows that were looked for among all are never walked for: they
 * may all lie at the far end.
 */
export function candidatesFor(
  db: ReadDb,
  { criteria, sort, total, hits }: { criteria: Criteria; sort: Sort; total: Total; hits: Hits | null },
  span: Span,
): Candidates {
  const { needle } = criteria;
  const met = conditions(criteria);
  const held = needle === null ? [] : [holds(needle)];
  const candidates = { from: indexOf(sort), where: [...fixedBy(sort), ...met, ...held] };
  const sources = filterSources(db, criteria);
  if (sources.length === 0 && needle === null) return candidates;
  const matching = total.capped && hits !== null ? Math.max(total.count, hits.count) : total.count;
  const steps = ((span.start + span.limit) * inIndex(db, sort)) / matching;
  const perStep =
    cost.step + (criteria.siteIds === null ? 0 : cost.siteProbe) + (needle === null ? 0 : cost.rowRead);
  // Two letters are often common and all the same rare at the top of the list.
  const risk = needle !== null && isShort(needle) ? 2 : 1;
  const walk: Plan = { candidates, cost: steps * perStep * risk };
  const plans: Plan[] = needle === null || !isShort(needle) || hits?.found === null ? [walk] : [];
  const gather = (source: Source, where: Candidates['where']) => {
    plans.push({
      candidates: { from: source, where: [...source.where, ...where] },
      cost: source.size * cost.gather,
    });
  };
  for (const source of sources) gather(source, [...met, ...held]);
  if (needle !== null && hits !== null && !hits.more) gather(searchSource(needle, hits), met);
  if (needle !== null && hits?.found === null && isShort(needle)) {
    const source = searchSource(needle, hits);
    plans.push({
      candidates: { from: source, where: [...source.where, ...met] },
      cost: countEntries(db, null, anyRank) * cost.scan,
    });
  }
  return plans.reduce((best, plan) => (plan.cost < best.cost ? plan : best)).candidates;
}

function indexOf(sort: Sort): Candidates['from'] {
  return { sql: `directory_entry e indexed by ${sort.index}`, parameters: [] };
}

function fixedBy(sort: Sort): Candidates['where'] {
  return Object.entries(sort.fixed).map(([column, value]) => ({
    sql: `e.${column} = ?`,
    parameters: [value],
  }));
}

/** How many entries the index holds that the list walks. */
function inIndex(db: ReadDb, { fixed }: Sort): number {
  const { status_rank: rank, role_rank: role } = fixed;
  return countEntries(db, null, rank === undefined ? anyRank : [rank, rank], role ?? null);
}
