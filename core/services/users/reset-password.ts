import type { ParsedInput } from '../../contract';
import { normalisePassword } from '../../domain/password';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import { readCredential, setTemporaryPassword } from '../credentials/credential-rows';
import { passwordContext, requirePassword } from '../credentials/password-rules';
import type { UseCaseDeps } from '../deps';
import { requireEntitled, requireReach } from '../entitlement';
import { endSessionsOf } from '../sessions/end-sessions';
import { siteNames } from './assignment';
import { requireQualifiedAdmin } from './qualified-admins';
import { requireActiveUser, requireUser } from './user-rows';
import { sitesOfUser } from './user-sites';

type Deps = Pick<
  UseCaseDeps,
  'db' | 'hasher' | 'directory' | 'announce' | 'initialPasswords' | 'commonPasswords'
>;

/**
 * A temporary password; the person's sessions end and the next sign-in leads to a new one.
 * Errors: `user.self` (use Change password), `user.not_found`, `user.inactive`, `user.last_admin`,
 * `user.beyond_delegation`, `password.*`.
 */
export function passwordReset(deps: Deps) {
  const { db, hasher, directory, announce, initialPasswords, commonPasswords } = deps;
  return async (actor: Actor, input: ParsedInput<'users.resetPassword'>): Promise<{ expiresAt: number }> => {
    if (input.id === actor.userId) throw new AppError('user.self', { act: 'reset' });
    const password = normalisePassword(input.password);
    const current = readCredential(db, input.id);
    // Told only to who may reset it: else passwords of people out of reach could be tried here.
    const reused = current !== undefined && (await hasher.verify(current.hash, password));
    const hash = await hasher.hash(password);
    return db.write(actor.userId, (tx) => {
      const entitled = requireEntitled(tx, actor, 'user.resetPassword');
      const sites = sitesOfUser(tx, input.id);
      requireReach(entitled, { ...requireUser(tx, input.id), siteIds: sites.map((site) => site.id) });
      const row = requireActiveUser(tx, input.id);
      if (reused) throw new AppError('password.reused');
      initialPasswords.require(tx, actor, input.password);
      const context = passwordContext(tx, { ...row, siteNames: siteNames(sites) });
      requirePassword(input.password, context, commonPasswords);
      const expiresAt = setTemporaryPassword(tx, row.id, hash);
      if (row.role === 'tenant_admin') requireQualifiedAdmin(tx, row.displayName);
      const sessions = endSessionsOf(tx, announce, row.id, 'passwordReset');
      tx.audit({
        action: 'user.reset_password',
        subject: { type: 'user', id: row.id },
        data: { temporaryPasswordExpiresAt: expiresAt, sessionsEnded: sessions.length },
      });
      directory.refreshUser(tx, row.id);
      tx.afterCommit(() => announce({ kind: 'directory' }));
      return { expiresAt };
    });
  };
}
