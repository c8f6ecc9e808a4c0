import type { ReadDb, Tx } from '../../db/types';
import { type LicenceTerms, licenceState, type SeatUse, takesSeat } from '../../domain/licence';
import { AppError } from '../../errors/app-error';
import type { Clock } from '../../ports';
import { countEntries } from '../directory/counts';
import { countCheckIns, countOpenSites, countSeats } from './counts';

/**
 * The licence's limits, asked inside the write transaction (product.md §7). Only what creates more is asked: nothing
 * existing is ever locked.
 */
export interface LicenceGate {
  /** Asked before something new is made. Error: `licence.read_only`. */
  requireWritable(db: ReadDb): void;
  /**
   * Asked after the rows are written, so that the whole set is counted. Does nothing when one of `before` took a seat
   * already or `after` takes none. Errors: `licence.users`, `licence.read_only`.
   */
  requireSeat(tx: Tx, after: SeatUse, ...before: (SeatUse | null)[]): void;
  /** The same for many in a row: the rows are counted once, now. @param most it is asked at most so often */
  seatMeter(db: ReadDb, most: number): SeatMeter;
  /** After a site was written. Error: `licence.sites`. */
  requireSite(tx: Tx): void;
  /** After a check-in was written; counts the calendar month. Error: `licence.check_ins`. */
  requireCheckIn(tx: Tx): void;
  /** Whether the licence counts such a person or invitation at all. */
  takesSeat(db: ReadDb, use: SeatUse): boolean;
}

/** Counts seats down over many lines that were counted once. */
export interface SeatMeter {
  /** Taken when it was made; 0 where the limit is out of reach. */
  readonly counted: number;
  /**
   * Takes a seat unless one of `before` held one already or `after` takes none. Error: `licence.users`.
   */
  take(after: SeatUse, ...before: (SeatUse | null)[]): void;
}

interface Parts {
  clock: Clock;
  /** What applies now. */
  terms: () => LicenceTerms;
}

/** Counting every row takes milliseconds at 100 000 people: only done where it can make a difference. */
const spareSeats = 1000;

/**
 * The list's totals are an upper bound, since nobody takes more than one seat. They are kept and not counted, so they
 * decide only with room to spare; closer to the limit the rows themselves are counted (edge-cases.md, 32).
 */
function isFarFrom(db: ReadDb, limit: number, spare = spareSeats): boolean {
  return countEntries(db, null, [0, 3]) + spare <= limit;
}

export function createGate({ clock, terms }: Parts): LicenceGate {
  function requireWritable(): void {
    const { validUntil } = terms();
    if (validUntil === null || licenceState(validUntil, clock.now()) !== 'readOnly') return;
    throw new AppError('licence.read_only', { validUntil });
  }

  /** The one just written is counted too; what is said is what was in use before it. */
  function requireRoom(
    code: 'licence.users' | 'licence.sites' | 'licence.check_ins',
    limit: number | null,
    count: () => number,
  ): void {
    if (limit === null) return;
    const counted = count();
    if (counted > limit) throw new AppError(code, { used: counted - 1, limit, tier: terms().tier });
  }

  return {
    requireWritable,
    requireSeat(tx, after, ...before) {
      const { seats, limits } = terms();
      if (!takesSeat(seats, after)) return;
      if (before.some((use) => use !== null && takesSeat(seats, use))) return;
      requireWritable();
      if (limits.users === null || isFarFrom(tx, limits.users)) return;
      requireRoom('licence.users', limits.users, () => countSeats(tx, seats, tx.now));
    },
    seatMeter(db, most) {
      const { seats, limits, tier } = terms();
      const limit = limits.users;
      const free = limit === null || isFarFrom(db, limit, spareSeats + most);
      const counted = free ? 0 : countSeats(db, seats, clock.now());
      let used = counted;
      return {
        counted,
        take(after, ...before) {
          if (!takesSeat(seats, after)) return;
          if (before.some((use) => use !== null && takesSeat(seats, use))) return;
          if (free) return;
          if (used >= limit) throw new AppError('licence.users', { used, limit, tier });
          used += 1;
        },
      };
    },
    requireSite: (tx) => requireRoom('licence.sites', terms().limits.sites, () => countOpenSites(tx)),
    requireCheckIn: (tx) =>
      requireRoom('licence.check_ins', terms().limits.checkInsPerMonth, () => countCheckIns(tx, tx.now)),
    takesSeat: (_db, use) => takesSeat(terms().seats, use),
  };
}
