import { can, type Permission } from '../access/permissions';
import { narrower, reaches, type SiteScope, siteScope } from '../access/scope';
import type { Tx } from '../db/types';
import type { Role } from '../domain/role';
import { AppError } from '../errors/app-error';
import type { Actor } from './actor';
import { requireOrganisation } from './organisation/organisation-rows';
import { checkSession } from './sessions/check-session';

/** What an actor may write to: what both the grant and the stored role reach (product.md §4). */
export interface Entitled {
  scope: SiteScope;
  /** The role as it is stored now; the grant may still carry another. */
  storedRole: Role;
}

/**
 * The router asks the same before it lets a write in, but passwords are hashed between that moment and the
 * transaction: a person demoted or deactivated meanwhile must not get through.
 * Errors: `access.session_required`, `access.denied`.
 */
export function requireEntitled(tx: Tx, actor: Actor, permission: Permission): Entitled {
  const session = checkSession(tx, actor.sessionId, tx.now);
  if (!session.live) throw new AppError('access.session_required');
  const settings = requireOrganisation(tx);
  if (!can(actor.role, permission, settings) || !can(session.storedRole, permission, settings)) {
    throw denied(permission);
  }
  const granted = siteScope(actor.role, actor.siteIds);
  const scope = narrower(granted, siteScope(session.storedRole, session.storedSiteIds));
  return { scope, storedRole: session.storedRole };
}

/** Somebody who reaches some sites only gives no role but Member. Error: `access.denied`. */
export function requireGivable({ scope }: Entitled, role: Role, permission: Permission): void {
  if (scope.kind === 'sites' && role !== 'member') throw denied(permission);
}

/**
 * Delegated administration reaches Members whose sites are all within one's own (product.md §2). Errors: `user.not_found`
 * when none of their sites is, `user.beyond_delegation`.
 */
export function requireReach(
  { scope }: Entitled,
  subject: { displayName: string; role: Role | null; siteIds: readonly string[] },
): void {
  if (scope.kind === 'all') return;
  const within = subject.siteIds.filter((id) => reaches(scope, id));
  if (within.length === 0) throw new AppError('user.not_found');
  if (subject.role !== 'member' || within.length < subject.siteIds.length) {
    throw new AppError('user.beyond_delegation', { name: subject.displayName });
  }
}

/**
 * For an address that turned out to be in use: whose sites must be among the actor's, so that trying addresses tells a
 * reader of some sites nothing about people elsewhere. Error: `user.address_unavailable`.
 */
export function requireKnowable({ scope }: Entitled, siteIds: readonly string[]): void {
  if (scope.kind === 'sites' && !siteIds.some((id) => reaches(scope, id)))
    throw new AppError('user.address_unavailable');
}

function denied(permission: Permission): AppError {
  const [resource = '', action = ''] = permission.split('.');
  return new AppError('access.denied', { resource, action });
}
