import { emptyLog } from '../../db/connection';
import type { Erasure, ErasureList, ErasureMark } from '../../ports';
import { applyErasures } from './apply-erasures';
import { alive, erasuresBetween, erasuresIn, holds, lastOperation, markAt } from './erased';
import type { Eraser } from './eraser';

/** Visits per tick, as many as retention takes: everybody waits for them. */
export const visitBatch = 50;
/** Operations looked through per tick: a large list that was written is gone through in pieces. */
const stretch = 5000;
/** How many operations a start may have to look through again: without erasures the mark moves on now and then. */
const markSpacing = 1000;

export interface Erasing {
  /** Brings list and database together, before anybody can sign in. */
  start(): void;
  /** On every tick: notes what was erased since, and has it gone from the write-ahead log with the next. */
  tick(): void;
  /** Notes the last of it. */
  close(): void;
}

/**
 * Keeps the list of all that was erased outside the database (product.md §10, docs/decisions/0008). What is noted is read from
 * the operations of the erasing transactions, after their commit: no act can forget it, none waits for it, and what a kill
 * leaves out the next start finds. A database that isn't as far as the list has seen it is an older one, put back by hand or by
 * a restore: it tells what it has erased itself, and loses again what the list knows.
 */
export function createErasing(deps: Eraser & { list: ErasureList }): Erasing {
  const { db, list } = deps;
  let started = false;
  /** Up to which operation the list has its erasures, and up to which it says so. */
  let through = 0;
  let marked = 0;
  /** What the list knew as erased and this database didn't. Until all of it is gone, no mark says that they agree. */
  const again = new Set<string>();
  let visits: string[] = [];
  let kept = 0;
  /** The write-ahead log still has what was erased. */
  let inLog = false;

  function append(erasures: readonly Erasure[], mark: ErasureMark | null): void {
    list.append(erasures, mark);
    inLog ||= erasures.length > 0;
  }

  function meet(): void {
    const known = list.read();
    const ids = new Set(known.map(({ id }) => id));
    const missing = erasuresIn(db).filter(({ id }) => !ids.has(id));
    append(missing, null);
    through = lastOperation(db);
    for (const kind of ['user', 'invitation', 'visit'] as const) {
      for (const id of alive(db, kind, known)) again.add(id);
    }
    visits = known.flatMap(({ kind, id }) => (kind === 'visit' && again.has(id) ? [id] : []));
    const others = known.filter(({ kind, id }) => kind !== 'visit' && again.has(id));
    if (others.length > 0) kept = db.write(null, (tx) => applyErasures(tx, deps, others)).kept.length;
  }

  /** Retention's own pace: a backup of long ago brings many back. */
  function takeVisits(): void {
    const taken = visits.slice(0, visitBatch).map((id) => ({ kind: 'visit' as const, id, at: 0 }));
    if (taken.length > 0) db.write(null, (tx) => applyErasures(tx, deps, taken));
    visits = visits.slice(visitBatch);
  }

  /** Once for many: while more is being erased it waits. */
  function tidyLog(): void {
    if (inLog) inLog = !emptyLog(db.client);
  }

  /** Answers whether that was all there is. */
  function note(): boolean {
    const last = lastOperation(db);
    const upTo = Math.min(last, through + stretch);
    const erased = erasuresBetween(db, through, upTo).filter(({ id }) => !again.has(id));
    const agreed = visits.length === 0 && kept === 0;
    const due = agreed && (marked === 0 || upTo - marked >= markSpacing);
    if (erased.length > 0 || (due && upTo > marked)) {
      append(erased, agreed ? markAt(db, upTo) : null);
      if (agreed) marked = upTo;
    }
    through = upTo;
    return upTo === last;
  }

  function noteAll(): void {
    while (!note());
  }

  return {
    start() {
      const mark = list.mark();
      if (mark !== null && holds(db, mark)) {
        through = mark.n;
        marked = mark.n;
      } else {
        meet();
      }
      started = true;
      noteAll();
    },
    tick() {
      if (!started) return;
      takeVisits();
      const before = through;
      note();
      if (through === before) tidyLog();
    },
    close() {
      if (started) noteAll();
    },
  };
}
