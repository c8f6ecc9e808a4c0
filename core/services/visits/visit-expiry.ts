import type { UseCaseDeps } from '../deps';
import { endedAt } from './tabs';

/** A visit still open whose departure lies between two moments: the first is out, the second in. */
const passed = `select 1 from visit v indexed by visit_ends
  where v.anonymised_at is null and v.deleted_hlc is null and v.checked_out_at is null and v.cancelled_at is null
    and ${endedAt} > ? and ${endedAt} <= ? limit 1`;

/** Tells the windows when time alone has changed the tabs: a visit has expired, or somebody on site is overdue. */
export function visitExpiry({ db, clock, announce }: Pick<UseCaseDeps, 'db' | 'clock' | 'announce'>) {
  let seen = clock.now();
  return (): void => {
    const now = clock.now();
    // A clock set back brings expired visits back.
    const [from, until] = now < seen ? [now, seen] : [seen, now];
    seen = now;
    if (db.statement(passed).get(from, until) !== undefined) announce({ kind: 'visits' });
  };
}
