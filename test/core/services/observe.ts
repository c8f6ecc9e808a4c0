import { expect } from 'vitest';
import type { Database } from '../../../core/db/types';
import { AppError } from '../../../core/errors/app-error';
import type { ErrorCode, ErrorData } from '../../../core/errors/catalogue';

/** The act is refused with this code, and with these facts when they are given. Answers the facts. */
export async function refused<C extends ErrorCode>(
  act: () => unknown,
  code: C,
  data?: ErrorData[C],
): Promise<ErrorData[C]> {
  let outcome: unknown;
  try {
    outcome = await act();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.toWire()).toEqual({ code, data: data ?? error.data });
    return error.data as ErrorData[C];
  }
  throw new Error(`Expected ${code}, but it was done: ${JSON.stringify(outcome)}`);
}

interface AuditRow {
  action: string;
  outcome: string;
  actorId: string | null;
  subjectId: string | null;
  data: string;
}

export interface Audited extends Omit<AuditRow, 'data'> {
  data: Record<string, unknown>;
}

/** How an audit entry names sites. */
export const named = (...names: string[]) => names.map((name) => ({ id: expect.any(String), name }));

/** The audit log, oldest first, with the personal values it refers to in place; erased ones read `null`. */
export function auditOf(db: Database, action?: string): Audited[] {
  const rows = db
    .statement<AuditRow>(
      'select action, outcome, actor_id as actorId, subject_id as subjectId, data from audit_event order by n',
    )
    .all();
  const value = db.statement<{ value: string }>('select value from personal_value where id = ?');
  const revive = (_key: string, found: unknown): unknown =>
    typeof found === 'object' && found !== null && '$personal' in found
      ? (value.get(String(found.$personal))?.value ?? null)
      : found;
  return rows
    .filter((row) => action === undefined || row.action === action)
    .map((row) => ({ ...row, data: JSON.parse(row.data, revive) as Record<string, unknown> }));
}

export function countOf(db: Database, table: string): number {
  return db.statement<{ n: number }>(`select count(*) as n from ${table}`).get()?.n ?? 0;
}

/** Every row of every table but the named ones, to show that a refused act left nothing behind. */
export function everything(db: Database, except: readonly string[] = []): Record<string, unknown[]> {
  const tables = db
    .statement<{ name: string }>(
      "select name from sqlite_master where type = 'table' and name not like 'directory_search%' order by name",
    )
    .all();
  return Object.fromEntries(
    tables
      .filter(({ name }) => !except.includes(name))
      .map(({ name }) => [name, db.statement<object>(`select * from "${name}" order by 1, 2`).all()]),
  );
}
