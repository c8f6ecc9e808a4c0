import { and, eq, isNull } from 'drizzle-orm';
import { visit } from '../../db/schema';
import type { AuditValue, NewRow, ReadDb, RowPatch, SyncedRow, Tx } from '../../db/types';
import { searchKey, type VisitState, visitorKey, visitState } from '../../domain/visit';
import { AppError } from '../../errors/app-error';
import { personal } from '../audit-log/personal';
import { sitesByIds } from '../sites/site-rows';
import { readUser } from '../users/user-rows';
import { covers, type Reach } from './reach';

export type StoredVisit = SyncedRow<'visit'>;

/** Error: `visit.not_found` (also out of reach). */
export function requireVisit(db: ReadDb, reach: Reach, id: string): StoredVisit {
  const found = db.orm
    .select()
    .from(visit)
    .where(and(eq(visit.id, id), isNull(visit.deletedHlc)))
    .get();
  if (found === undefined || !covers(reach, found)) throw new AppError('visit.not_found');
  return found;
}

/** An act fits one state only, as it is inside the transaction. Error: `visit.state` with what it is now. */
export function requireState(found: StoredVisit, wanted: VisitState, now: number): void {
  const state = visitState(found, now);
  if (state !== wanted) throw new AppError('visit.state', { state });
}

export type NewVisit = Omit<NewRow<'visit'>, 'visitorKey' | 'hostKey' | 'createdAt' | 'visitorName'> & {
  visitorName: string;
};

export function insertVisit(tx: Tx, row: NewVisit): void {
  tx.insert('visit', {
    ...row,
    visitorKey: visitorKey(row.visitorName, row.company ?? null),
    hostKey: searchKey(row.hostName),
    createdAt: tx.now,
  });
}

/** The names' folded forms follow them. */
export function patchVisit(
  tx: Tx,
  id: string,
  patch: Pick<RowPatch<'visit'>, 'hostName' | 'checkedInAt' | 'checkedOutAt' | 'cancelledAt'>,
): void {
  const { hostName } = patch;
  tx.update('visit', id, { ...patch, ...(hostName !== undefined && { hostKey: searchKey(hostName) }) });
}

/** Takes what identifies the visitor, here and in change log and audit; who was visited and when stays. */
export function anonymiseVisit(tx: Tx, id: string): void {
  const nobody = { visitorName: null, company: null, visitorEmail: null, purpose: null, visitorKey: null };
  tx.update('visit', id, { ...nobody, anonymisedAt: tx.now });
  tx.erasePersonal(id);
}

/**
 * Writes what happened to a visit: who came to whom, and where, as they were called then. The host's name can be erased
 * with them here, though the visit keeps it (product.md §1); of a host who is erased already there is none.
 */
export function auditVisit(
  tx: Tx,
  action: 'visit.register' | 'visit.check_in' | 'visit.check_out' | 'visit.cancel',
  told: Pick<StoredVisit, 'id' | 'siteId' | 'visitorName' | 'hostId' | 'hostName'>,
  data: Record<string, AuditValue>,
): void {
  const [site] = sitesByIds(tx, [told.siteId]);
  tx.audit({
    action,
    subject: { type: 'visit', id: told.id },
    siteId: told.siteId,
    data: {
      visitor: told.visitorName === null ? null : personal(told.id, told.visitorName),
      host: readUser(tx, told.hostId) === undefined ? null : personal(told.hostId, told.hostName),
      site: site?.name ?? null,
      ...data,
    },
  });
}
