import type { Tx } from '../../db/types';
import type { ServiceDeps } from '../deps';
import type { MailFailure } from './mail-failure';
import { type DueMessage, deleteMessageOf } from './message-rows';
import { type Failing, markFailed, markSent, putAllOff, putOff, recallWaiting } from './queue';
import { serverProblems } from './server-problems';

/**
 * What becomes of a mail, each in a transaction of its own that is committed when the method returns. The app itself is
 * answerable; the server's words may hold an address, so they stay in the row and out of the audit log.
 */
export function createOutcomes({ db, announce }: Pick<ServiceDeps, 'db' | 'announce'>) {
  function write<T>(work: (tx: Tx) => T): T {
    return db.write(null, (tx) => {
      const result = work(tx);
      tx.afterCommit(() => announce({ kind: 'mail' }));
      return result;
    });
  }

  return {
    sent(message: DueMessage): void {
      write((tx) => {
        if (!markSent(tx, message)) return;
        tx.audit({
          action: 'invitation.mail_sent',
          subject: { type: 'invitation', id: message.invitationId },
          data: { attempts: message.attempts + 1 },
        });
      });
    },

    /** Refused for good. */
    failed(message: DueMessage, why: Failing): void {
      write((tx) => {
        if (markFailed(tx, message, why)) auditFailure(tx, message.invitationId, why);
      });
    },

    /** To be tried again. */
    putOff(message: DueMessage, why: Failing): void {
      write((tx) => {
        if (putOff(tx, message, why) === 'failed') auditFailure(tx, message.invitationId, why);
      });
    },

    /** The server itself can't be used. */
    serverFailed(message: DueMessage, { problem, detail }: MailFailure): void {
      write((tx) => {
        for (const row of putAllOff(tx, message, { problem, detail }))
          auditFailure(tx, row.invitationId, { problem, detail });
      });
    },

    serverAnswered(): void {
      write((tx) => recallWaiting(tx, serverProblems));
    },

    /** Its invitation isn't there any more, or can't be accepted any more. */
    pointless({ invitationId }: DueMessage): void {
      write((tx) => deleteMessageOf(tx, invitationId));
    },

    expired({ id }: DueMessage): void {
      write((tx) => markExpired(tx, id));
    },
  };
}

export function markExpired(tx: Tx, id: string): void {
  tx.run(
    `update mail_message set state = 'expired', secrets = null, next_attempt_at = null, handed_over_at = null where id = ?`,
    id,
  );
}

function auditFailure(tx: Tx, invitationId: string, { problem }: Failing): void {
  tx.audit({
    action: 'invitation.mail_failed',
    subject: { type: 'invitation', id: invitationId },
    data: { problem },
  });
}
