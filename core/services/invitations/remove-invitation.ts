import type { ParsedInput } from '../../contract';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { requireLiveInvitation } from './require-live';
import { withdrawInvitation } from './withdraw-invitation';

/** For good. Errors: `invitation.not_found`, `invitation.accepted`. */
export function invitationRemoval({
  db,
  directory,
  announce,
}: Pick<UseCaseDeps, 'db' | 'directory' | 'announce'>) {
  return (actor: Actor, { id }: ParsedInput<'invitations.remove'>): Record<string, never> =>
    db.write(actor.userId, (tx) => {
      requireEntitled(tx, actor, 'invitation.remove');
      withdrawInvitation(tx, directory, requireLiveInvitation(tx, id), 'removed');
      tx.afterCommit(() => announce({ kind: 'directory' }));
      return {};
    });
}
