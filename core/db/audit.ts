import { createHash } from 'node:crypto';
import type { Ids } from '../ports';
import { auditNames } from './audit-names';
import type { Hlc } from './hlc';
import { canonicalJson, type Json } from './json';
import type { PersonalValues } from './personal';
import type { Statements } from './statements';
import type { AuditEntry, AuditValue, Personal } from './types';

/** An audit entry as the chain sees it: every column but the two hashes. */
export interface ChainedEntry {
  id: string;
  deskId: string;
  n: number;
  at: number;
  hlc: string;
  actorId: string | null;
  action: string;
  outcome: 'done' | 'denied';
  subjectType: string | null;
  subjectId: string | null;
  siteId: string | null;
  /** Canonical JSON. */
  data: string;
}

/** What the first entry of a desk's chain names as the one before. */
export const chainStart = '0'.repeat(64);

/** SHA-256 over the previous hash and the entry as canonical JSON, hex. */
export function entryHash(previousHash: string, entry: ChainedEntry): string {
  return createHash('sha256')
    .update(`${previousHash}\n${canonicalJson({ ...entry })}`)
    .digest('hex');
}

const lastEntry = 'select n, hash from audit_event where desk_id = ? order by n desc limit 1';
const insert = `insert into audit_event
  (id, desk_id, n, at, hlc, actor_id, action, outcome, subject_type, subject_id, site_id, data, previous_hash, hash)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

export interface Audit {
  /** Appends an entry. Answers its id. */
  append(entry: AuditEntry): string;
  /** Entries were undone: where the chain ends is read anew. */
  rewind(): void;
}

/** Appends entries to this desk's chain, each with the names of its moment. One per transaction. */
export function createAudit(deps: {
  statements: Statements;
  hlc: Pick<Hlc, 'tick'>;
  ids: Ids;
  personal: PersonalValues;
  deskId: string;
  actorId: string | null;
  now: number;
}): Audit {
  const { statements, personal, deskId } = deps;
  let head: { n: number; hash: string } | undefined;

  function referring(value: AuditValue): Json {
    if (Array.isArray(value)) return value.map(referring);
    if (value === null || typeof value !== 'object') return value;
    if (isPersonal(value)) {
      const reference = personal.keep(value.personal.personId, value.personal.value);
      return { $personal: reference.id, hash: reference.hash };
    }
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, referring(member)]));
  }

  function append(entry: AuditEntry): string {
    head ??= statements.read<{ n: number; hash: string }>(lastEntry).get(deskId) ?? {
      n: 0,
      hash: chainStart,
    };
    const chained: ChainedEntry = {
      id: deps.ids.next(),
      deskId,
      n: head.n + 1,
      at: deps.now,
      hlc: deps.hlc.tick(),
      actorId: deps.actorId,
      action: entry.action,
      outcome: entry.outcome ?? 'done',
      subjectType: entry.subject?.type ?? null,
      subjectId: entry.subject?.id ?? null,
      siteId: entry.siteId ?? null,
      data: canonicalJson(
        referring({ ...auditNames(statements, deps.actorId, entry.subject), ...entry.data }),
      ),
    };
    const hash = entryHash(head.hash, chained);
    const { id, n, at, hlc, actorId, action, outcome, subjectType, subjectId, siteId, data } = chained;
    statements.run(
      insert,
      ...[
        id,
        deskId,
        n,
        at,
        hlc,
        actorId,
        action,
        outcome,
        subjectType,
        subjectId,
        siteId,
        data,
        head.hash,
        hash,
      ],
    );
    head = { n, hash };
    return id;
  }

  return {
    append,
    rewind() {
      head = undefined;
    },
  };
}

function isPersonal(value: { [key: string]: AuditValue } | Personal): value is Personal {
  const personal = (value as Partial<Personal>).personal;
  return typeof personal === 'object' && personal !== null && typeof personal.personId === 'string';
}
