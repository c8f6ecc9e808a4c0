import type { ParsedInput } from '../../contract';
import type { AuditValue } from '../../db/types';
import type { LicenceTerms } from '../../domain/licence';
import { AppError } from '../../errors/app-error';
import type { Actor } from '../actor';
import { changes } from '../audit-log/personal';
import type { ServiceDeps } from '../deps';
import { requireEntitled } from '../entitlement';
import { type InForce, isOurs } from './in-force';
import { insertLicence } from './licence-rows';
import { readLicence, tokenIn } from './read-licence';

type Deps = Pick<ServiceDeps, 'db' | 'announce' | 'licenceKeys'> & { inForce: InForce };

/**
 * Takes a licence file; it applies at once, whatever the one before said. The same file again changes nothing.
 * Errors: `licence.garbage`, `licence.no_key`, `licence.tampered`, `licence.foreign`, `licence.expired`.
 */
export function licenceImport({ db, announce, licenceKeys, inForce }: Deps) {
  return async (actor: Actor, { file }: ParsedInput<'licence.import'>) => {
    if (licenceKeys.publicKeys.length === 0) throw new AppError('licence.no_key');
    const token = tokenIn(file);
    const claims = await readLicence(token, licenceKeys);
    const { tier, validUntil } = claims;
    return db.write(actor.userId, (tx) => {
      requireEntitled(tx, actor, 'licence.import');
      if (!isOurs(tx, claims)) throw new AppError('licence.foreign', { customer: claims.customer });
      if (tx.now >= validUntil) throw new AppError('licence.expired', { validUntil });
      if (inForce.licence()?.token === token) return { tier, validUntil };

      const row = insertLicence(tx, token);
      tx.audit({
        action: 'licence.import',
        subject: { type: 'licence', id: row.id },
        data: { licence: claims.id, customer: claims.customer, ...change(inForce.terms(), claims) },
      });
      tx.afterCommit(() => {
        inForce.take({ ...row, claims });
        announce({ kind: 'licence' });
        announce({ kind: 'directory' });
      });
      return { tier, validUntil };
    });
  };
}

function change(before: LicenceTerms, after: LicenceTerms): Record<string, AuditValue> {
  return changes({
    tier: { before: before.tier, after: after.tier },
    validUntil: { before: before.validUntil, after: after.validUntil },
    users: { before: before.limits.users, after: after.limits.users },
    sites: { before: before.limits.sites, after: after.limits.sites },
    checkInsPerMonth: { before: before.limits.checkInsPerMonth, after: after.limits.checkInsPerMonth },
    seats: {
      before: [...before.seats.roles, ...before.seats.states],
      after: [...after.seats.roles, ...after.seats.states],
    },
  });
}
