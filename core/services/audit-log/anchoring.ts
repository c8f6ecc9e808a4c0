import type { AuditVerdict } from '../../contract/audit';
import type { Anchor, AnchorStore } from '../../ports';
import type { ServiceDeps } from '../deps';
import { hashAt, headOf } from './entry-rows';

/** How often a moved head is noted at most, ms. A kill loses this much of the anchor and nothing of the log. */
const spacingMs = 10_000;
/** How often windows are told at most, ms: each may look through much of the log again. */
const tellingMs = 1000;

export interface Anchoring {
  /** Before anybody can sign in: looks whether the log still is the one that was anchored, and notes it when not. */
  start(): void;
  /** On every tick: notes where the log ends when it has grown, and tells the windows so. */
  tick(): void;
  /** Notes the last of it. */
  close(): void;
  /** What is kept, for a verification. */
  kept(): { anchor: Anchor | null; state: AuditVerdict['anchor'] };
}

/** What the log says of itself when it doesn't extend its anchor: how many entries there were, and how many are left. */
export interface AnchorBroken {
  entries: number;
  left: number;
}

interface Deps extends Pick<ServiceDeps, 'db' | 'clock' | 'announce'> {
  store: AnchorStore;
  /** Milliseconds that only ever go forward. */
  elapsed: () => number;
}

/**
 * Keeps the end of this desk's chain outside the database (product.md §9). It is written after the commits it vouches for, on
 * the tick, so that no act waits for it. It only ever moves along the chain: a log that was cut or written anew doesn't
 * extend it any more, and then it stays where it was, for a verification to find.
 */
export function createAnchoring({ db, clock, announce, store, elapsed }: Deps): Anchoring {
  const { deskId } = db;
  let anchor: Anchor | null = null;
  let state: 'kept' | 'none' | 'foreign' = 'none';
  let broken = false;
  let told = 0;
  let toldAt = Number.NEGATIVE_INFINITY;
  let notedAt = Number.NEGATIVE_INFINITY;

  function note(since: number): void {
    const { n, hash } = headOf(db, deskId);
    const next = { deskId, n, hash, at: clock.now(), since };
    store.write(next);
    anchor = next;
    state = 'kept';
    notedAt = elapsed();
  }

  function extended(by: Anchor): boolean {
    return hashAt(db, by.deskId, by.n) === by.hash;
  }

  /** An entry of its own, so that who takes the anchor away leaves a trace. */
  function tell(why: 'none' | 'foreign', entries: number): void {
    db.write(null, (tx) => tx.audit({ action: 'audit.anchor', data: { why, entries } }));
  }

  function noticeBreak(kept: Anchor): void {
    broken = true;
    const said: AnchorBroken = { entries: kept.n, left: headOf(db, deskId).n };
    db.write(null, (tx) => tx.audit({ action: 'audit.broken', data: { ...said } }));
  }

  function noteGrowth(kept: Anchor): void {
    const { n } = headOf(db, deskId);
    if (n === kept.n) return;
    if (extended(kept)) note(kept.since);
    else noticeBreak(kept);
  }

  return {
    start() {
      const found = store.read();
      const { n } = headOf(db, deskId);
      told = n;
      if (typeof found === 'object') {
        anchor = found;
        state = 'kept';
        if (!extended(found)) noticeBreak(found);
        return;
      }
      // A new log is anchored before there is anything in it.
      if (n > 0 || found === 'foreign') tell(found, n);
      note(clock.now());
    },

    tick() {
      const { n } = headOf(db, deskId);
      if (n !== told && elapsed() - toldAt >= tellingMs) {
        told = n;
        toldAt = elapsed();
        announce({ kind: 'audit' });
      }
      if (anchor !== null && !broken && elapsed() - notedAt >= spacingMs) noteGrowth(anchor);
    },

    close() {
      if (anchor !== null && !broken) noteGrowth(anchor);
    },

    kept() {
      if (anchor === null || state !== 'kept') {
        return { anchor: null, state: { state: state === 'foreign' ? 'foreign' : 'none' } };
      }
      const { n, at, since } = anchor;
      return { anchor, state: { state: 'kept', n, at, since } };
    },
  };
}
