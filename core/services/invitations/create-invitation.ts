import type { ParsedInput } from '../../contract';
import type { ReadyInvitation } from '../../contract/invitations';
import type { Tx } from '../../db/types';
import type { Role } from '../../domain/role';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { requireEntitled, requireGivable } from '../entitlement';
import type { LicenceGate } from '../licence/gate';
import { requireOrganisation } from '../organisation/organisation-rows';
import { type Assignment, requireAssignment } from '../users/assignment';
import { requireEmail } from '../users/user-rows';
import { type Inviter, makeInvitation } from './make-invitation';

type Deps = Pick<UseCaseDeps, 'db' | 'random' | 'directory' | 'outbox' | 'announce' | 'licence'>;

/** Invites an address. Errors: as `makeInvitation` and `requireInviting`, and `email.*`. */
export function invitationCreation(deps: Deps) {
  const { db, announce, licence } = deps;
  return (actor: Actor, input: ParsedInput<'invitations.create'>): ReadyInvitation =>
    db.write(actor.userId, (tx) => {
      const { inviter, assignment } = requireInviting(tx, licence, actor, input);
      const ready = makeInvitation(tx, deps, inviter, assignment, requireEmail(input.email));
      tx.afterCommit(() => announce({ kind: 'directory' }));
      return ready;
    });
}

/** The actor may invite with this role to these sites. Errors: `access.*`, `licence.read_only`, `role.*`, `site.*`. */
export function requireInviting(
  tx: Tx,
  licence: Pick<LicenceGate, 'requireWritable'>,
  actor: Actor,
  wanted: { role: Role; siteIds: readonly string[] },
): { inviter: Inviter; assignment: Assignment } {
  const entitled = requireEntitled(tx, actor, 'invitation.create');
  requireGivable(entitled, wanted.role, 'invitation.create');
  licence.requireWritable(tx);
  const { roleModel } = requireOrganisation(tx);
  return {
    inviter: { actor, entitled },
    assignment: requireAssignment(tx, roleModel, entitled.scope, wanted),
  };
}
