import type { ReadDb } from '../../db/types';
import { hasAllSites } from '../../domain/role';
import { grantMs } from '../../domain/session';
import { requireActiveUser } from '../users/user-rows';
import { sitesOfUser } from '../users/user-sites';
import type { Grant } from './types';

/** Role and sites as they are stored now, good for 15 minutes. Errors: `user.not_found`, `user.inactive`. */
export function newGrant(db: ReadDb, userId: string, now: number): Grant {
  const { role } = requireActiveUser(db, userId);
  const siteIds = hasAllSites(role) ? [] : sitesOfUser(db, userId).map((site) => site.id);
  return { role, siteIds, issuedAt: now, expiresAt: now + grantMs };
}
