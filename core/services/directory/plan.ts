import type { ReadDb } from '../../db/types';
import { countEntries } from './counts';
import { anyRank, type Criteria, conditions, holds } from './criteria';
import type { Fragment } from './fragment';
import type { Sort } from './sort';
import { broadFrom, filterSources, type Source, searchSource } from './sources';
import type { Total } from './totals';
import type { Candidates, Span } from './walk';

/** Reading one candidate through an index of its own and sorting it, against stepping over one in the list's index. */
const gatherCost = 4;

/**
 * Two ways to a page. Walking the index of the sort order meets the rows in order and skips what doesn't match: right
 * when much matches. Gathering all candidates of the narrowest filter and sorting them: right when they are few.
 */
export function candidatesFor(
  db: ReadDb,
  {
    criteria,
    sort,
    total,
    hits,
    span,
  }: { criteria: Criteria; sort: Sort; total: Total; hits: number | null; span: Span },
): Candidates {
  if (criteria.needle !== null && hits !== null && hits <= broadFrom) {
    return gather(searchSource(criteria.needle, hits), conditions(criteria));
  }
  const broad = criteria.needle === null ? [] : [holds(criteria.needle)];
  const [smallest] = filterSources(db, criteria);
  const met = conditions(criteria);
  const steps = ((span.start + span.limit) * inIndex(db, sort)) / total.count;
  if (smallest !== undefined && smallest.size * gatherCost < steps)
    return gather(smallest, [...met, ...broad]);
  const fixed = Object.entries(sort.fixed).map(([column, value]) => ({
    sql: `e.${column} = ?`,
    parameters: [value],
  }));
  return {
    from: { sql: `directory_entry e indexed by ${sort.index}`, parameters: [] },
    where: [...fixed, ...met, ...broad],
  };
}

/** How many entries the index holds that the list walks. */
function inIndex(db: ReadDb, { fixed }: Sort): number {
  const { status_rank: rank, role_rank: role } = fixed;
  return countEntries(db, null, rank === undefined ? anyRank : [rank, rank], role ?? null);
}

function gather(source: Source, met: Fragment[]): Candidates {
  return { from: source, where: [...source.where, ...met] };
}
