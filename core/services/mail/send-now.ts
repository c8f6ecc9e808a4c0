import type { ParsedInput, RequestOutput } from '../../contract';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import type { ServiceDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { requireLiveInvitation } from '../invitations/require-live';
import { makeAllDue, queueFailed, queueOne } from './queue';
import { readMailSettings } from './settings-rows';

type Deps = Pick<ServiceDeps, 'db' | 'announce'>;

/**
 * The mail of one invitation is tried again now, as soon as the one that is going out is through. Errors:
 * `invitation.not_found`, `invitation.accepted`, `user.beyond_delegation`, `mail.not_set_up`, `mail.gone`.
 */
export function sendNow({ db, announce }: Deps) {
  return (actor: Actor, { id }: ParsedInput<'invitations.sendNow'>): RequestOutput<'invitations.sendNow'> =>
    db.write(actor.userId, (tx) => {
      const entitled = requireEntitled(tx, actor, 'invitation.resend');
      requireLiveInvitation(tx, entitled, id);
      if (readMailSettings(tx) === null) throw new AppError('mail.not_set_up');
      if (!queueOne(tx, id)) throw new AppError('mail.gone');
      tx.audit({ action: 'invitation.mail_retry', subject: { type: 'invitation', id } });
      tx.afterCommit(() => announce({ kind: 'mail' }));
      return {};
    });
}

/** Everything that waits and everything that failed is tried again now. Error: `mail.not_set_up`. */
export function sendAll({ db, announce }: Deps) {
  return (actor: Actor): RequestOutput<'mail.sendAll'> =>
    db.write(actor.userId, (tx) => {
      requireEntitled(tx, actor, 'mail.update');
      if (readMailSettings(tx) === null) throw new AppError('mail.not_set_up');
      const count = makeAllDue(tx) + queueFailed(tx);
      tx.audit({ action: 'mail.send_all', data: { mails: count } });
      tx.afterCommit(() => announce({ kind: 'mail' }));
      return { count };
    });
}
