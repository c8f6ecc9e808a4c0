import type { ReadDb, Tx } from '../../db/types';
import type { Role } from '../../domain/role';

/** A person or an invitation as the licence counts them. */
export interface SeatUse {
  role: Role;
  state: 'active' | 'inactive' | 'invited';
}

/**
 * The licence's limits, asked inside the write transaction (product.md §7). Only what creates more is asked: nothing
 * existing is ever locked.
 */
export interface LicenceGate {
  /** Asked before something new is made. Error: `licence.read_only`. */
  requireWritable(db: ReadDb): void;
  /**
   * Asked after the rows are written, so that the whole set is counted. Does nothing when `before` took a seat already or
   * `after` takes none. Errors: `licence.users`, `licence.read_only`.
   */
  requireSeat(tx: Tx, after: SeatUse, before: SeatUse | null): void;
  /** After a site was written. Error: `licence.sites`. */
  requireSite(tx: Tx): void;
  /** After a check-in was written; counts the calendar month. Error: `licence.check_ins`. */
  requireCheckIn(tx: Tx): void;
}
