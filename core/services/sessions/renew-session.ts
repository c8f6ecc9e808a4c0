import { eq } from 'drizzle-orm';
import { session } from '../../db/schema';
import type { Tx } from '../../db/types';
import type { Role } from '../../domain/role';
import { refreshMs } from '../../domain/session';
import type { SessionEnd } from '../../ports';
import { sitesByIds } from '../sites/site-rows';
import type { SessionDeps } from './begin-session';
import { checkSession } from './check-session';
import { endSessions } from './end-sessions';
import { newGrant } from './grant';
import { newToken, secretHash } from './tokens';
import type { Grant, HeldSession } from './types';

/**
 * A new grant and refresh token once the 15 minutes are over, the held one before. Each token is good for one renewal;
 * one that isn't the present one was copied or is an old copy, and ends the session.
 */
export function sessionRenewal({ db, clock, random, announce }: SessionDeps) {
  return (held: HeldSession): HeldSession | null => {
    const now = clock.now();
    // One from the future was issued while the clock was far ahead: it would hold for months.
    if (now >= held.grant.issuedAt && now < held.grant.expiresAt) return held;
    return db.write(held.userId, (tx) => {
      const check = checkSession(tx, held.sessionId, tx.now);
      if (!check.live) {
        if (check.why === 'expired') end(tx, held, 'expired');
        return null;
      }
      const token = tx.orm
        .select({ present: session.refreshHash })
        .from(session)
        .where(eq(session.id, held.sessionId))
        .get();
      const spent = secretHash(held.refreshToken);
      if (token?.present !== spent) {
        end(tx, held, 'reused');
        return null;
      }
      const refreshToken = newToken(random);
      const grant = newGrant(tx, held.userId, tx.now);
      tx.local
        .update(session)
        .set({
          refreshHash: secretHash(refreshToken),
          spentRefreshHash: spent,
          refreshExpiresAt: tx.now + refreshMs,
          lastUsedAt: tx.now,
          grantRole: grant.role,
          grantSiteIds: JSON.stringify(grant.siteIds),
          grantIssuedAt: grant.issuedAt,
        })
        .where(eq(session.id, held.sessionId))
        .run();
      auditNewRights(tx, held, grant);
      return { ...held, refreshToken, grant };
    });
  };

  function end(tx: Tx, held: HeldSession, why: SessionEnd): void {
    endSessions(tx, announce, [held.sessionId], why);
    tx.audit({ action: 'session.end', subject: { type: 'session', id: held.sessionId }, data: { why } });
  }
}

/** A renewal every 15 minutes is no news; a role or a site that begins to hold is. */
function auditNewRights(tx: Tx, held: HeldSession, grant: Grant): void {
  const before = rights(tx, held.grant);
  const after = rights(tx, grant);
  if (before.role === after.role && before.sites.join('\n') === after.sites.join('\n')) return;
  tx.audit({
    action: 'session.renew',
    subject: { type: 'session', id: held.sessionId },
    data: {
      role: { before: before.role, after: after.role },
      sites: { before: before.sites, after: after.sites },
    },
  });
}

function rights(tx: Tx, { role, siteIds }: Grant): { role: Role; sites: string[] } {
  return { role, sites: sitesByIds(tx, siteIds).map((site) => site.name) };
}
