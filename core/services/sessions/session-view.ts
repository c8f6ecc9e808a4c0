import { permissionsOf } from '../../access/permissions';
import type { SessionView } from '../../contract/app';
import type { ReadDb } from '../../db/types';
import { requireOrganisation } from '../organisation/organisation-rows';
import { readPreferences } from '../preferences/preferences';
import { sitesByIds } from '../sites/site-rows';
import { requireUser } from '../users/user-rows';
import type { HeldSession } from './types';

/** The signed-in person as the window may know them: role, sites and permissions as the grant carries them. */
export function sessionView(db: ReadDb, { userId, grant, startedAt }: HeldSession): SessionView {
  const { email, displayName } = requireUser(db, userId);
  const organisation = requireOrganisation(db);
  return {
    userId,
    email,
    displayName,
    role: grant.role,
    sites: sitesByIds(db, grant.siteIds),
    permissions: permissionsOf(grant.role, organisation),
    initialPassword: organisation.initialPassword,
    startedAt,
    preferences: readPreferences(db, userId),
  };
}
