import { reaches, type SiteScope, siteScope } from '../../access/scope';
import type { ReadDb, SyncedRow, Tx } from '../../db/types';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import { requireEntitled } from '../entitlement';
import { readSite } from '../sites/site-rows';

/** Whose visits somebody has to do with (product.md §2). */
export interface Reach {
  scope: SiteScope;
  /** A Member's id: of the visits at these sites only those they host or registered. `null`: all. */
  own: string | null;
}

/** What a person sees follows the grant. */
export function readingReach(actor: Actor): Reach {
  return {
    scope: siteScope(actor.role, actor.siteIds),
    own: actor.role === 'member' ? actor.userId : null,
  };
}

type WritingPermission = 'visit.register' | 'visit.checkIn' | 'visit.checkOut' | 'visit.cancel';

/** Writing needs what both the grant and the stored role reach. Errors: `access.session_required`, `access.denied`. */
export function writingReach(tx: Tx, actor: Actor, permission: WritingPermission): Reach {
  const { scope, storedRole } = requireEntitled(tx, actor, permission);
  const member = actor.role === 'member' || storedRole === 'member';
  return { scope, own: member ? actor.userId : null };
}

export function covers(
  { scope, own }: Reach,
  visit: Pick<SyncedRow<'visit'>, 'siteId' | 'hostId' | 'registeredBy'>,
): boolean {
  return reaches(scope, visit.siteId) && (own === null || visit.hostId === own || visit.registeredBy === own);
}

/** Visits of an archived site stay to be seen. Error: `site.not_found` (also outside the scope). */
export function requireSeenSite(db: ReadDb, { scope }: Reach, siteId: string): void {
  if (!reaches(scope, siteId) || readSite(db, siteId) === undefined) throw new AppError('site.not_found');
}
