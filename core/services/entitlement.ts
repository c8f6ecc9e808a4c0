import { can, type Permission } from '../access/permissions';
import type { Tx } from '../db/types';
import { AppError } from '../errors/app-error';
import type { Actor } from './actor';
import { checkSession } from './sessions/check-session';

/**
 * The router asks the same before it lets a write in, but passwords are hashed between that moment and the
 * transaction: a person demoted or deactivated meanwhile must not get through.
 * Errors: `access.session_required`, `access.denied`.
 */
export function requireEntitled(tx: Tx, actor: Actor, permission: Permission): void {
  const session = checkSession(tx, actor.sessionId, tx.now);
  if (!session.live) throw new AppError('access.session_required');
  if (can(actor.role, permission) && can(session.storedRole, permission)) return;
  const [resource = '', action = ''] = permission.split('.');
  throw new AppError('access.denied', { resource, action });
}
