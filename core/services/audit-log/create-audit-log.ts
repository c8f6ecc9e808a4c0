import type { Permission } from '../../access/permissions';
import type { ParsedInput } from '../../contract';
import type { AuditPage, AuditVerdict } from '../../contract/audit';
import type { AuditEntry } from '../../db/types';
import type { ErrorCode } from '../../errors/catalogue';
import type { NewFile } from '../../ports';
import type { Actor } from '../actor';
import type { ServiceDeps } from '../deps';
import type { Anchoring } from './anchoring';
import { entryPage } from './entry-page';
import { entryExport } from './export-entries';
import type { LongJob } from './long-job';
import { verification } from './verification';

export type AuditSubject = NonNullable<AuditEntry['subject']>;

/** What somebody tried: refused by their permissions before any service saw it, or by a rule of the use case. */
export type DeniedAttempt =
  | { permission: Permission }
  | { route: string; reason: ErrorCode; subject?: AuditSubject | undefined };

export interface AuditLog {
  /** A refused attempt (product.md §9). Holds codes and ids, no name and no address. `actor` is `null` for strangers. */
  denied(actor: Pick<Actor, 'userId'> | null, attempt: DeniedAttempt): void;
  page(actor: Actor, input: ParsedInput<'audit.page'>): Promise<AuditPage>;
  verify(actor: Actor, job: LongJob, kept: ReturnType<Anchoring['kept']>): Promise<AuditVerdict>;
  export(
    actor: Actor,
    input: ParsedInput<'audit.export'>,
    file: NewFile,
    job: LongJob,
  ): Promise<{ path: string; entries: number }>;
}

export function createAuditLog({ db }: Pick<ServiceDeps, 'db'>): AuditLog {
  const readPage = entryPage({ db });
  /** Sessions whose first look is noted: each page, and each refresh, would be an entry else. */
  const noted = new Set<string>();

  return {
    denied(actor, attempt) {
      const { subject, ...data } = 'permission' in attempt ? { ...attempt, subject: undefined } : attempt;
      db.write(actor?.userId ?? null, (tx) =>
        tx.audit({ action: 'access.denied', outcome: 'denied', data, ...(subject && { subject }) }),
      );
    },
    page(actor, input) {
      if (!noted.has(actor.sessionId)) {
        noted.add(actor.sessionId);
        db.write(actor.userId, (tx) => tx.audit({ action: 'audit.read' }));
      }
      return readPage(actor, input);
    },
    verify: verification({ db }),
    export: entryExport({ db }),
  };
}
