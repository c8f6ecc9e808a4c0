import type { ServiceDeps } from '../deps';

interface Row {
  id: string;
  invitationId: string;
}

/** Handed over by an earlier run of the app that didn't live to hear the answer. */
const interrupted = `select id, invitation_id as invitationId from mail_message
  where state = 'queued' and handed_over_at is not null`;

/**
 * To be made before anything is sent: what bears the mark now is of an earlier run. A mail without the mark can't have been taken
 * by the server, which never saw its end: it simply goes out again. One with it most likely was: nobody sends it again but a
 * person. Due work, done once; a disk that is full at the start doesn't keep anybody out.
 */
export function interruptedMails({ db, announce }: Pick<ServiceDeps, 'db' | 'announce'>): () => void {
  let left = db.statement<Row>(interrupted).all();
  return () => {
    if (left.length === 0) return;
    db.write(null, (tx) => {
      for (const { id, invitationId } of left) {
        const touched = tx.run(
          `update mail_message set state = 'unconfirmed', secrets = null, next_attempt_at = null,
             attempts = attempts + 1, problem = null, problem_detail = null
           where id = ? and state = 'queued'`,
          id,
        );
        if (touched === 0) continue;
        tx.audit({
          action: 'invitation.mail_unconfirmed',
          subject: { type: 'invitation', id: invitationId },
        });
      }
      tx.afterCommit(() => {
        left = [];
        announce({ kind: 'mail' });
      });
    });
  };
}
