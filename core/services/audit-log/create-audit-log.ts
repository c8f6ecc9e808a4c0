import type { Permission } from '../../access/permissions';
import type { AuditEntry } from '../../db/types';
import type { ErrorCode } from '../../errors/catalogue';
import type { Actor } from '../actor';
import type { ServiceDeps } from '../deps';

export type AuditSubject = NonNullable<AuditEntry['subject']>;

/** What somebody tried: refused by their permissions before any service saw it, or by a rule of the use case. */
export type DeniedAttempt =
  | { permission: Permission }
  | { route: string; reason: ErrorCode; subject?: AuditSubject | undefined };

export interface AuditLog {
  /** A refused attempt (product.md §9). Holds codes and ids, no name and no address. `actor` is `null` for strangers. */
  denied(actor: Pick<Actor, 'userId'> | null, attempt: DeniedAttempt): void;
}

export function createAuditLog({ db }: Pick<ServiceDeps, 'db'>): AuditLog {
  return {
    denied(actor, attempt) {
      const { subject, ...data } = 'permission' in attempt ? { ...attempt, subject: undefined } : attempt;
      db.write(actor?.userId ?? null, (tx) =>
        tx.audit({ action: 'access.denied', outcome: 'denied', data, ...(subject && { subject }) }),
      );
    },
  };
}
