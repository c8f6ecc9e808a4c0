import type { Database } from '../../db/types';
import { AppError } from '../../errors/app-error';
import type { Erasure } from '../../ports';
import { headOf } from '../../services/audit-log/entry-rows';
import { type DeskHead, headsOf, headText } from '../../services/audit-log/heads';
import { personal } from '../../services/audit-log/personal';
import { voidTemporaryPasswords } from '../../services/credentials/credential-rows';
import { type AppliedErasures, applyErasures } from '../../services/erasure/apply-erasures';
import { eraserOver } from '../../services/erasure/eraser';
import { voidInvitationSecrets } from '../../services/invitations/void-secrets';
import { stopWaiting } from '../../services/mail/queue';
import { endEverySession } from '../../services/sessions/end-sessions';
import { hasQualifiedAdmin } from '../../services/users/qualified-admins';
import { readUser } from '../../services/users/user-rows';

interface Given {
  backupAt: number;
  actor: { id: string; name: string } | null;
  erasures: readonly Erasure[];
  /** Where the logs of the state left behind end; empty: it couldn't be read. */
  leftHeads: readonly DeskHead[];
}

/** What became of a restored state before anybody is let in. */
export interface Settled {
  head: DeskHead;
  sessionsEnded: number;
  mailsStopped: number;
  invitationsVoided: number;
  passwordsVoided: number;
  erasedAgain: AppliedErasures;
}

/**
 * The one transaction between a backup and a desk: nothing that was good for a moment only is good again, and nothing that was
 * erased comes back. Its entry begins this desk's chain, and names where every chain ended that came with the backup and that
 * was left behind. Error: `restore.no_admin`.
 */
export function settleRestored(db: Database, { backupAt, actor, erasures, leftHeads }: Given): Settled {
  const restoredHeads = headsOf(db);
  const settled = db.write(actor?.id ?? null, (tx) => {
    const sessionsEnded = endEverySession(tx);
    const passwordsVoided = voidTemporaryPasswords(tx);
    const invitationsVoided = voidInvitationSecrets(tx);
    const mailsStopped = stopWaiting(tx);
    const erasedAgain = applyErasures(tx, eraserOver(db), erasures);
    if (!hasQualifiedAdmin(tx, { at: tx.now })) throw new AppError('restore.no_admin');
    tx.audit({
      action: 'backup.restore',
      data: {
        backupAt,
        // Somebody whom the backup doesn't know has no name in it.
        ...(actor !== null &&
          readUser(tx, actor.id) === undefined && { restoredBy: personal(actor.id, actor.name) }),
        restoredHeads: restoredHeads.map(headText),
        leftHeads: leftHeads.map(headText),
        sessionsEnded,
        passwordsVoided,
        invitationsVoided,
        mailsStopped,
      },
    });
    return { sessionsEnded, passwordsVoided, invitationsVoided, mailsStopped, erasedAgain };
  });
  return { ...settled, head: { deskId: db.deskId, ...headOf(db, db.deskId) } };
}
