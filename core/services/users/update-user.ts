import type { ParsedInput, RequestOutput } from '../../contract';
import type { Tx } from '../../db/types';
import { roleRank } from '../../domain/role';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import { changes, personal } from '../audit-log/personal';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { requireOrganisation } from '../organisation/organisation-rows';
import { endSessionsOf } from '../sessions/end-sessions';
import type { OwnPassword } from '../sessions/own-password';
import { type Assignment, auditedSites, requireAssignment } from './assignment';
import { differences } from './differences';
import { isStale, versionOf } from './edit-version';
import { hasQualifiedAdmin, requireQualifiedAdmin } from './qualified-admins';
import { type ActiveUser, patchUser, requireActiveUser } from './user-rows';
import { setUserSites, sitesOfUser } from './user-sites';

type Deps = Pick<UseCaseDeps, 'db' | 'directory' | 'announce' | 'licence'> & { ownPassword: OwnPassword };
type Input = ParsedInput<'users.update'>;

/**
 * Name, role and sites. Role and sites reach the person's open sessions with their next token refresh, or with
 * `applyNow` by ending them.
 * Errors: `user.not_found`, `user.inactive`, `user.changed_meanwhile`, `user.last_admin`, `user.self`,
 * `user.self_demotion_password`, `sign_in.password_wrong`, `role.*`, `site.*`, `licence.*`
 * when the new role takes a seat and the old one didn't.
 */
export function userUpdate({ db, directory, announce, licence, ownPassword }: Deps) {
  return async (actor: Actor, input: Input): Promise<RequestOutput<'users.update'>> => {
    const proof = await proveSelfDemotion(actor, input);
    return db.write(actor.userId, (tx) => {
      const { scope } = requireEntitled(tx, actor, 'user.update');
      const before = requireActiveUser(tx, input.id);
      const sitesBefore = sitesOfUser(tx, input.id);
      const { roleModel } = requireOrganisation(tx);
      const after = requireAssignment(tx, roleModel, scope, input);
      refuseStaleEdit(tx, before, sitesBefore, after);
      guardOwnRole(tx, before, after, proof);

      patchUser(tx, input.id, { displayName: input.displayName, role: after.role });
      setUserSites(
        tx,
        input.id,
        after.sites.map((site) => site.id),
      );
      if (before.role === 'tenant_admin' && after.role !== 'tenant_admin')
        requireQualifiedAdmin(tx, before.displayName);
      licence.requireSeat(tx, { role: after.role, state: 'active' }, { role: before.role, state: 'active' });
      const changed = changes({
        displayName: {
          before: personal(input.id, before.displayName),
          after: personal(input.id, input.displayName),
        },
        role: { before: before.role, after: after.role },
        sites: { before: auditedSites(sitesBefore), after: auditedSites(after.sites) },
      });
      const sessions = input.applyNow ? endSessionsOf(tx, announce, input.id, 'applyNow') : [];
      let entryId: string | null = null;
      if (Object.keys(changed).length > 0 || sessions.length > 0) {
        const written = tx.audit({
          action: 'user.update',
          subject: { type: 'user', id: input.id },
          data: { ...changed, applyNow: input.applyNow, sessionsEnded: sessions.length },
        });
        const access = changed['role'] !== undefined || changed['sites'] !== undefined;
        // What an undo would refuse needn't be offered.
        if (access && actor.userId !== input.id) entryId = written;
        directory.refreshUser(tx, input.id);
        tx.afterCommit(() => announce({ kind: 'directory' }));
        if (changed['displayName'] !== undefined)
          tx.afterCommit(() => announce({ kind: 'account', userId: input.id }));
      }
      return { id: input.id, version: versionOf(tx, requireActiveUser(tx, input.id)), entryId };
    });

    function refuseStaleEdit(
      tx: Tx,
      before: ActiveUser,
      sitesBefore: Assignment['sites'],
      after: Assignment,
    ): void {
      if (!isStale(tx, before, input.version)) return;
      const fields = differences(
        { ...before, sites: sitesBefore },
        { ...after, displayName: input.displayName },
      );
      if (fields.length > 0) throw new AppError('user.changed_meanwhile', { fields });
    }

    function guardOwnRole(tx: Tx, before: ActiveUser, after: Assignment, proven: string | null): void {
      if (actor.userId !== input.id) return;
      if (roleRank(after.role) > roleRank(before.role)) throw new AppError('user.self', { act: 'raise' });
      if (roleRank(after.role) < roleRank(before.role)) {
        if (proven === null) throw new AppError('user.self_demotion_password');
        ownPassword.requireStill(tx, actor.userId, proven);
      }
    }
  };

  /**
   * Taking the role from oneself needs another Tenant-Admin who can sign in, and the own password. Verified here, before
   * the transaction; answers what was verified.
   */
  async function proveSelfDemotion(actor: Actor, input: Input): Promise<string | null> {
    if (actor.userId !== input.id) return null;
    const row = requireActiveUser(db, input.id);
    if (roleRank(input.role) >= roleRank(row.role)) return null;
    if (!hasQualifiedAdmin(db, { except: row.id }))
      throw new AppError('user.last_admin', { name: row.displayName });
    if (input.currentPassword === null) throw new AppError('user.self_demotion_password');
    return ownPassword.verify(row.id, input.currentPassword);
  }
}
