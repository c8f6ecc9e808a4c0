import { reaches, type SiteScope } from '../../access/scope';
import type { ReadDb } from '../../db/types';
import type { EntryRow } from './entry-rows';

const siteIdsOf = {
  user: 'select site_id as siteId from user_site where user_id = ? and deleted_hlc is null',
  // An inactive person isn't there for a reader of some sites, nor is the invitation that would bring them back.
  invitation: `select l.site_id as siteId from invitation_site l join invitation i on i.id = l.invitation_id
    where l.invitation_id = ? and l.deleted_hlc is null
      and (i.reactivates_user_id is null or i.accepted_at is not null)`,
} as const;

/**
 * Whether a reader of some sites may know of an entry: it is about one of them, or about somebody who is there for them
 * now, as in their lists.
 */
export function withinReach(db: ReadDb, scope: SiteScope): (row: EntryRow) => boolean {
  if (scope.kind === 'all') return () => true;
  const known = new Map<string, boolean>();

  function isThere(type: keyof typeof siteIdsOf, id: string): boolean {
    const before = known.get(id);
    if (before !== undefined) return before;
    const rows = db.statement<{ siteId: string }>(siteIdsOf[type]).all(id);
    const there = rows.some(({ siteId }) => reaches(scope, siteId));
    known.set(id, there);
    return there;
  }

  return ({ siteId, subjectType, subjectId }) => {
    if (siteId !== null) return reaches(scope, siteId);
    if (subjectId === null || (subjectType !== 'user' && subjectType !== 'invitation')) return false;
    return isThere(subjectType, subjectId);
  };
}
