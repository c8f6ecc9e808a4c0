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

/** What of a list is wanted, and how it is made up. */
export interface Listing {
  sort: Sort;
  candidates: Candidates;
  /** Columns of the entry as `r`. */
  columns: string;
}

/** A part of the list, in order. */
export function entriesIn<Row>(db: ReadDb, listing: Listing, span: Span, anchor: Anchor | null): Row[] {
  if (anchor !== null && Math.abs(span.start - anchor.index) < span.start) {
    const found = fromAnchor<Row>(db, listing, span, anchor);
    if (found !== null) return found;
  }
  return select(db, listing, { limit: span.limit, offset: span.start, keys: null, backwards: false });
}

/** `null` when rows went missing above the anchor: then its index is no longer true, and the top is the only truth. */
function fromAnchor<Row>(db: ReadDb, listing: Listing, span: Span, anchor: Anchor): Row[] | null {
  const ahead = span.start - anchor.index;
  const { keys } = anchor;
  if (ahead >= 0) return select(db, listing, { limit: span.limit, offset: ahead, keys, backwards: false });
  const above = Math.min(span.limit, -ahead);
  const offset = -ahead - above;
  const before = select<Row>(db, listing, { limit: above, offset, keys, backwards: true }).reverse();
  if (before.length < above) return null;
  if (above === span.limit) return before;
  const after = select<Row>(db, listing, { limit: span.limit - above, offset: 0, keys, backwards: false });
  return [...before, ...after];
}

interface Step {
  limit: number;
  offset: number;
  /** Keys of the row to begin at: with it forwards, without it backwards. `null`: from the top. */
  keys: readonly KeyValue[] | null;
  backwards: boolean;
}

/**
 * The part is picked along an index alone, and only the rows picked are read: walking past rows to an offset reads none of
 * them. One statement, whose inner order the outer loop keeps.
 */
function select<Row>(db: ReadDb, { sort, candidates: { from, where }, columns }: Listing, step: Step): Row[] {
  const descending = sort.descending !== step.backwards;
  const { columns: keys, ascending, falling, marks } = keyTexts(sort.keys);
  const beyond: Fragment[] = [];
  if (step.keys !== null) {
    const operator = `${descending ? '<' : '>'}${step.backwards ? '' : '='}`;
    beyond.push({ sql: `(${keys}) ${operator} (${marks})`, parameters: step.keys });
  }
  const all = [...where, ...beyond];
  const order = descending ? falling : ascending;
  const picked = `select e.n from ${from.sql}${whereText(all)} order by ${order} limit ? offset ?`;
  const sql = `select ${columns} from (${picked}) p cross join directory_entry r on r.n = p.n`;
  const parameters: SqlValue[] = [...from.parameters, ...parametersOf(all), step.limit, step.offset];
  return db.statement<Row>(sql).all(...parameters);
}

interface KeyTexts {
  columns: string;
  marks: string;
  ascending: string;
  falling: string;
}

const known = new Map<Sort['keys'], KeyTexts>();

/** The keys of an order as SQL; put together once, as there are few orders. */
function keyTexts(keys: Sort['keys']): KeyTexts {
  let texts = known.get(keys);
  if (texts === undefined) {
    const columns = keys.map((key) => `e.${key}`);
    texts = {
      columns: columns.join(', '),
      marks: columns.map(() => '?').join(', '),
      ascending: columns.map((column) => `${column} asc`).join(', '),
      falling: columns.map((column) => `${column} desc`).join(', '),
    };
    known.set(keys, texts);
  }
  return texts;
}
