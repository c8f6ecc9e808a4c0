import type { ReadDb } from '../../db/types';
import { desksOf, type EntryRow, entryColumns, headOf } from './entry-rows';

/** Which part of the log. */
export interface Span {
  /** The reading of the entry to go on after; `null`: from the newest. */
  after: string | null;
  /** UTC ms; `null`: without an end. `from` is in, `before` is out. */
  from: number | null;
  before: number | null;
}

const chunkSize = { first: 100, more: 1000 } as const;

const chunk = `select ${entryColumns} from audit_event
  where desk_id = ? and n between ? and ? order by n desc limit ?`;
const latestUpTo = 'select at, hlc from audit_event where desk_id = ? and n <= ? order by n desc limit 1';

/**
 * The entries of all desks, newest first by the clock they share. Each desk's entries lie in their order already, so this
 * needs no index of times: where a span begins and ends is found by halving, and the desks are merged as they are read.
 */
export function* newestFirst(db: ReadDb, span: Span): Generator<EntryRow> {
  const sources = desksOf(db).map((deskId) => deskSource(db, deskId, span));
  for (;;) {
    let next: ReturnType<typeof deskSource> | undefined;
    for (const source of sources) {
      const row = source.peek();
      if (row !== undefined && row.hlc > (next?.peek()?.hlc ?? '')) next = source;
    }
    const row = next?.take();
    if (row === undefined) return;
    yield row;
  }
}

function deskSource(db: ReadDb, deskId: string, span: Span) {
  const { first, last } = range(db, deskId, span);
  let end = last;
  let size: number = chunkSize.first;
  let rows: EntryRow[] = [];
  let index = 0;

  function peek(): EntryRow | undefined {
    if (index === rows.length && end >= first) {
      // No statement stays open between two rows: others write meanwhile.
      rows = db.statement<EntryRow>(chunk).all(deskId, first, end, size);
      index = 0;
      end = (rows.at(-1)?.n ?? first) - 1;
      size = chunkSize.more;
    }
    return rows[index];
  }

  return {
    peek,
    take(): EntryRow | undefined {
      const row = peek();
      index += 1;
      return row;
    },
  };
}

/** The numbers of a desk's entries within the span. */
function range(db: ReadDb, deskId: string, { after, from, before }: Span): { first: number; last: number } {
  const head = headOf(db, deskId).n;
  const place = db.statement<{ at: number; hlc: string }>(latestUpTo);
  /** The last number up to which that holds. */
  function upTo(holds: (row: { at: number; hlc: string }) => boolean): number {
    let low = 0;
    let high = head;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const row = place.get(deskId, middle);
      if (row === undefined || holds(row)) low = middle;
      else high = middle - 1;
    }
    return low;
  }
  return {
    first: from === null ? 1 : upTo((row) => row.at < from) + 1,
    last: Math.min(
      after === null ? head : upTo((row) => row.hlc < after),
      before === null ? head : upTo((row) => row.at < before),
    ),
  };
}
