import { session } from '../../db/schema';
import type { Tx } from '../../db/types';
import { refreshMs } from '../../domain/session';
import { readCredential } from '../credentials/credential-rows';
import type { UseCaseDeps } from '../deps';
import { noteSignIn } from './activity';
import { newGrant } from './grant';
import { newToken, secretHash } from './tokens';
import type { HeldSession } from './types';

export type SessionDeps = Pick<
  UseCaseDeps,
  'db' | 'clock' | 'random' | 'hasher' | 'announce' | 'directory' | 'commonPasswords'
>;

/** Opens a session for a person whose right to it is proven. */
export function beginSession(
  tx: Tx,
  { db, random, directory, announce }: SessionDeps,
  userId: string,
): HeldSession {
  const sessionId = tx.newId();
  const refreshToken = newToken(random);
  const grant = newGrant(tx, userId, tx.now);
  tx.local
    .insert(session)
    .values({
      id: sessionId,
      userId,
      deskId: db.deskId,
      startedAt: tx.now,
      lastUsedAt: tx.now,
      refreshHash: secretHash(refreshToken),
      refreshExpiresAt: tx.now + refreshMs,
      grantRole: grant.role,
      grantSiteIds: JSON.stringify(grant.siteIds),
      grantIssuedAt: grant.issuedAt,
    })
    .run();
  noteSignIn(tx, directory, userId);
  tx.afterCommit(() => announce({ kind: 'directory' }));
  const passwordDue = readCredential(tx, userId)?.mustChange ?? false;
  return { sessionId, userId, refreshToken, grant, passwordDue, startedAt: tx.now };
}
