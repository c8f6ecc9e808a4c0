import type { ReadDb } from '../../db/types';
import { invitationState } from '../../domain/invitation';
import { AppError } from '../../errors/app-error';
import type { UseCaseDeps } from '../deps';
import { codeSubject, noteFailure, waitMs } from '../sessions/back-off';
import { findBySecretHash, type InvitationFacts } from './invitation-rows';
import { typedSecretHash } from './secrets';

/**
 * The pending invitation a secret belongs to. A wrong secret gets the same words whatever is wrong with it; only the
 * holder of a right one learns that it has expired or was used. Errors: `invitation.dead`, `invitation.expired`,
 * `invitation.accepted`.
 */
export function requirePending(db: ReadDb, secret: string, now: number): InvitationFacts {
  const hash = typedSecretHash(secret);
  const found = hash === null ? undefined : findBySecretHash(db, hash);
  if (found === undefined) throw new AppError('invitation.dead');
  switch (invitationState(found, now)) {
    case 'accepted':
      throw new AppError('invitation.accepted', { email: found.email });
    case 'expired':
      throw new AppError('invitation.expired');
    case 'removed':
      throw new AppError('invitation.dead');
    case 'pending':
      return found;
  }
}

/**
 * The same behind the desk's back-off: four wrong secrets cost nothing, the fifth begins to cost time. Nothing else
 * ever comes of a wrong one. Errors: as `requirePending`, and `invitation.wait`.
 */
export function secretAdmission({ db, clock }: Pick<UseCaseDeps, 'db' | 'clock'>) {
  const desk = codeSubject(db.deskId);

  function refuseWhileWaiting(): void {
    const wait = waitMs(db, [desk], clock.now());
    if (wait > 0) throw new AppError('invitation.wait', { waitSeconds: Math.ceil(wait / 1000) });
  }

  return (secret: string): InvitationFacts => {
    refuseWhileWaiting();
    try {
      return requirePending(db, secret, clock.now());
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'invitation.dead') throw error;
      db.write(null, (tx) => {
        noteFailure(tx, [desk]);
        tx.audit({ action: 'invitation.look_up', outcome: 'denied', data: { reason: 'wrong_secret' } });
      });
      refuseWhileWaiting();
      throw error;
    }
  };
}
