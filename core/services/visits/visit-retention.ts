import type { UseCaseDeps } from '../deps';
import { readOrganisation } from '../organisation/organisation-rows';
import { endedAt, onSite } from './tabs';
import { anonymiseVisit } from './visit-rows';

const dayMs = 86_400_000;

/** Visits per run: what everybody waits for, some hundredths of a second. The next run takes more. */
export const retentionBatch = 50;

/**
 * Nobody stays for so long beyond the departure they expected: whoever is still on site then was forgotten at check-out. Their
 * name isn't kept for ever because of that.
 */
export const forgottenDays = 30;

/** The oldest first. Along an index that holds what nobody has taken yet, so asking when nothing is due costs nothing. */
const due = `select v.id from visit v indexed by visit_ends
  where v.anonymised_at is null and v.deleted_hlc is null and ${endedAt} <= ? and (not (${onSite}) or ${endedAt} <= ?)
  order by ${endedAt} limit ?`;

/**
 * Visits that ended longer ago than the organisation keeps them lose what identifies the visitor: here, in the search,
 * in change log and audit. Who was visited and when stays, so that counts do.
 */
export function visitRetention({ db, clock, announce }: Pick<UseCaseDeps, 'db' | 'clock' | 'announce'>) {
  return (): void => {
    const organisation = readOrganisation(db);
    if (organisation === null) return;
    const keptDays = organisation.visitRetentionDays;
    const until = clock.now() - keptDays * dayMs;
    const old = db.statement<{ id: string }>(due);
    const forgotten = until - forgottenDays * dayMs;
    if (old.get(until, forgotten, 1) === undefined) return;
    db.write(null, (tx) => {
      const taken = tx.statement<{ id: string }>(due).all(until, forgotten, retentionBatch);
      for (const { id } of taken) anonymiseVisit(tx, id);
      tx.audit({
        action: 'visit.retention',
        subject: { type: 'organisation', id: organisation.id },
        data: { visits: taken.length, keptDays },
      });
      tx.afterCommit(() => announce({ kind: 'visits' }));
    });
  };
}
