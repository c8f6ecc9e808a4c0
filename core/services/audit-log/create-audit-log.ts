import type { Permission } from '../../access/permissions';
import type { Actor } from '../actor';
import type { ServiceDeps } from '../deps';

export interface AuditLog {
  /** An attempt the router refused before any service saw it (product.md §9). `actor` is `null` for strangers. */
  denied(actor: Pick<Actor, 'userId'> | null, attempt: { permission: Permission } | { route: string }): void;
}

export function createAuditLog({ db }: Pick<ServiceDeps, 'db'>): AuditLog {
  return {
    denied(actor, attempt) {
      db.write(actor?.userId ?? null, (tx) =>
        tx.audit({ action: 'access.denied', outcome: 'denied', data: { ...attempt } }),
      );
    },
  };
}
