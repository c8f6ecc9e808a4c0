import type { ReadDb, SqlValue } from '../../db/types';
import type { KeyValue } from './cursor';
import { type Fragment, parametersOf, whereText } from './fragment';
import type { Sort } from './sort';

/** Candidates in some order, with everything they must meet. */
export interface Candidates {
  from: Fragment;
  where: Fragment[];
}

export interface Span {
  start: number;
  limit: number;
}

/** Where a walk begins: the row at `index` had these keys. */
export interface Anchor {
  index: number;
  keys: readonly KeyValue[];
}

/** The entries (`n`) of a part of the list, in order. */
export function entriesIn(
  db: ReadDb,
  sort: Sort,
  candidates: Candidates,
  span: Span,
  anchor: Anchor | null,
): number[] {
  if (anchor !== null && Math.abs(span.start - anchor.index) < span.start) {
    const found = fromAnchor(db, sort, candidates, span, anchor);
    if (found !== null) return found;
  }
  return select(db, sort, candidates, {
    limit: span.limit,
    offset: span.start,
    keys: null,
    backwards: false,
  });
}

/** `null` when rows went missing above the anchor: then its index is no longer true, and the top is the only truth. */
function fromAnchor(
  db: ReadDb,
  sort: Sort,
  candidates: Candidates,
  span: Span,
  anchor: Anchor,
): number[] | null {
  const ahead = span.start - anchor.index;
  const { keys } = anchor;
  if (ahead >= 0)
    return select(db, sort, candidates, { limit: span.limit, offset: ahead, keys, backwards: false });
  const above = Math.min(span.limit, -ahead);
  const offset = -ahead - above;
  const before = select(db, sort, candidates, { limit: above, offset, keys, backwards: true }).reverse();
  if (before.length < above) return null;
  if (above === span.limit) return before;
  const after = select(db, sort, candidates, {
    limit: span.limit - above,
    offset: 0,
    keys,
    backwards: false,
  });
  return [...before, ...after];
}

interface Step {
  limit: number;
  offset: number;
  /** Keys of the row to begin at: with it forwards, without it backwards. `null`: from the top. */
  keys: readonly KeyValue[] | null;
  backwards: boolean;
}

function select(db: ReadDb, sort: Sort, { from, where }: Candidates, step: Step): number[] {
  const descending = sort.descending !== step.backwards;
  const columns = sort.keys.map((key) => `e.${key}`);
  const beyond: Fragment[] = [];
  if (step.keys !== null) {
    const marks = columns.map(() => '?').join(', ');
    const operator = `${descending ? '<' : '>'}${step.backwards ? '' : '='}`;
    beyond.push({ sql: `(${columns.join(', ')}) ${operator} (${marks})`, parameters: step.keys });
  }
  const all = [...where, ...beyond];
  const order = columns.map((column) => `${column} ${descending ? 'desc' : 'asc'}`).join(', ');
  const sql = `select e.n from ${from.sql}${whereText(all)} order by ${order} limit ? offset ?`;
  const parameters: SqlValue[] = [...from.parameters, ...parametersOf(all), step.limit, step.offset];
  return db
    .statement<{ n: number }>(sql)
    .all(...parameters)
    .map((row) => row.n);
}
