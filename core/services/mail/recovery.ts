import type { ServiceDeps } from '../deps';

/** Handed over by an earlier run of the app that didn't live to hear the answer. */
const interrupted = `select id, invitation_id as invitationId from mail_message
  where state = 'queued' and handed_over_at is not null`;

/**
 * To be called once, before anything is sent. A mail without the mark can't have been taken by the server, which never saw its
 * end: it simply goes out again. One with the mark most likely was: nobody sends it again but a person.
 */
export function settleInterrupted({ db, announce }: Pick<ServiceDeps, 'db' | 'announce'>): void {
  const query = db.statement<{ id: string; invitationId: string }>(interrupted);
  if (query.get() === undefined) return;
  db.write(null, (tx) => {
    for (const { id, invitationId } of query.all()) {
      tx.run(
        `update mail_message set state = 'unconfirmed', secrets = null, next_attempt_at = null, attempts = attempts + 1,
           problem = null, problem_detail = null
         where id = ?`,
        id,
      );
      tx.audit({
        action: 'invitation.mail_unconfirmed',
        subject: { type: 'invitation', id: invitationId },
      });
    }
    tx.afterCommit(() => announce({ kind: 'mail' }));
  });
}
