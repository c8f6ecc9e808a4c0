import type { RequestOutput } from '../../contract';
import { clockMark } from '../../db/schema';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import type { ClockTrust, TrustedClock } from './trusted-clock';

/** How often the mark is written while time passes: a crash loses no more than this of it. */
const keepEveryMs = 60_000;

export interface ClockService {
  status(): RequestOutput<'clock.status'>;
  /** Errors: `access.*`. */
  confirm(actor: Actor): RequestOutput<'clock.confirm'>;
  /** Takes over what earlier runs remembered; before anything is decided by time. */
  load(): void;
  /** Keeps the mark, and tells windows when the clock can't be believed any more, or again. Called on every tick. */
  timePasses(): void;
}

type Deps = Pick<UseCaseDeps, 'db' | 'announce'> & { trusted: TrustedClock; wall: { now(): number } };

/** The high-water mark of this desk's clock (product.md §9). Writes `clock_mark`. */
export function createClockService({ db, announce, trusted, wall }: Deps): ClockService {
  let kept = 0;
  let told: ClockTrust['kind'] = 'sound';

  function keep(): void {
    const mark = trusted.highWater();
    if (mark - kept < keepEveryMs) return;
    db.write(null, (tx) => {
      const row = { id: 1, highWaterAt: mark };
      tx.local.insert(clockMark).values(row).onConflictDoUpdate({ target: clockMark.id, set: row }).run();
    });
    kept = mark;
  }

  function timePasses(): void {
    keep();
    const { kind } = trusted.trust();
    if (kind === told) return;
    told = kind;
    if (kind === 'behind') {
      db.write(null, (tx) => tx.audit({ action: 'clock.set_back', data: { clock: kind } }));
    }
    announce({ kind: 'clock' });
  }

  return {
    status: () => ({
      trust: trusted.trust().kind,
      computerAt: wall.now(),
      now: trusted.now(),
      lastKnownAt: trusted.highWater(),
    }),

    confirm(actor) {
      const before = trusted.trust();
      db.write(actor.userId, (tx) => {
        requireEntitled(tx, actor, 'clock.confirm');
        tx.audit({
          action: 'clock.confirm',
          data: { clock: before.kind, aheadByMs: before.kind === 'ahead' ? before.byMs : 0 },
        });
      });
      trusted.confirm();
      timePasses();
      return {};
    },

    load() {
      const row = db.orm.select({ at: clockMark.highWaterAt }).from(clockMark).get();
      if (row === undefined) return;
      trusted.remember(row.at);
      kept = row.at;
    },

    timePasses,
  };
}
