import type { AuditProblem, AuditVerdict } from '../../contract/audit';
import { chainStart, entryHash } from '../../db/audit';
import { personalHash } from '../../db/personal';
import { isDamage } from '../../db/sqlite-errors';
import type { ReadDb } from '../../db/types';
import type { Anchor } from '../../ports';
import type { AnchorBroken } from './anchoring';
import { isRecord } from './entry-changes';
import { desksOf, type EntryRow, entryColumns } from './entry-rows';
import { restorations } from './restorations';

const chunkSize = 200;
const chunk = `select ${entryColumns} from audit_event where desk_id = ? and n > ? order by n limit ?`;
const lowest = Number.MIN_SAFE_INTEGER;

type Found = Pick<AuditVerdict, 'problem' | 'entries' | 'desks' | 'erasedNames' | 'restores'>;

/**
 * Goes through the chain of every desk, oldest entry first, until it is through or has found the first that doesn't hold.
 * `step` is awaited after each entry, so that others have their turn; what it throws ends it.
 */
export async function checkChains(
  db: ReadDb,
  anchor: Anchor | null,
  step: (entries: number) => Promise<void> | undefined,
): Promise<Found> {
  const names = nameCheck(db);
  const restored = restorations();
  const desks = desksOf(db);
  // Whose end is known, but of which nothing is left.
  if (anchor !== null && anchor.n > 0 && !desks.includes(anchor.deskId)) desks.push(anchor.deskId);
  let entries = 0;
  let problem: AuditProblem | null = null;
  for (const deskId of desks) {
    problem ??= await checkDesk(deskId);
  }
  problem ??= restored.problem();
  return { problem, entries, desks: desks.length, erasedNames: names.erased(), restores: restored.told() };

  async function checkDesk(deskId: string): Promise<AuditProblem | null> {
    let head = { n: 0, hash: chainStart };
    try {
      return await walk(deskId, (row) => {
        head = row;
      });
    } catch (error) {
      if (isDamage(error)) return gone('damaged', deskId, head.n + 1);
      throw error;
    }
  }

  /** @param holds called with each entry that does */
  async function walk(deskId: string, holds: (row: EntryRow) => void): Promise<AuditProblem | null> {
    const known = anchor?.deskId === deskId ? anchor : null;
    let head = { n: 0, hash: chainStart };
    /** The first entry that is gone, when the app has noticed it and gone on with that number. */
    let cutAt: number | null = null;
    for (const row of oldestFirst(db, deskId)) {
      const wrong = wrongWith(row, head) ?? anchored(row, known) ?? names.wrongWith(row);
      entries += 1;
      if (wrong?.kind === 'rewritten' && cutAt !== null) return gone('cut', deskId, cutAt);
      if (wrong !== null) return { deskId, ...wrong };
      cutAt ??= noticedCut(row);
      restored.look(row);
      head = row;
      holds(row);
      await step(entries);
    }
    restored.ended({ deskId, ...head });
    if (known === null || head.n >= known.n) return null;
    return gone('cut', deskId, cutAt ?? head.n + 1);
  }
}

/** Where entries can't be read together any more they are read one by one, up to the first that can't. */
function* oldestFirst(db: ReadDb, deskId: string): Generator<EntryRow> {
  const next = db.statement<EntryRow>(chunk);
  let size = chunkSize;
  let last = lowest;
  for (;;) {
    const rows = read();
    yield* rows;
    if (rows.length < size) return;
    last = rows.at(-1)?.n ?? last;
  }

  function read(): EntryRow[] {
    try {
      return next.all(deskId, last, size);
    } catch (error) {
      if (size === 1 || !isDamage(error)) throw error;
      size = 1;
      return next.all(deskId, last, size);
    }
  }
}

/** An entry that isn't there, or can't be read, has nothing to say. */
function gone(kind: 'cut' | 'damaged', deskId: string, n: number): AuditProblem {
  return { kind, deskId, n, at: null, action: null };
}

function noticedCut({ action, data }: EntryRow): number | null {
  if (action !== 'audit.broken') return null;
  const { entries, left } = JSON.parse(data) as Partial<AnchorBroken>;
  return entries !== undefined && left !== undefined && left < entries ? left + 1 : null;
}

type Wrong = Omit<AuditProblem, 'deskId'>;

function here(kind: Wrong['kind'], { n, at, action }: EntryRow): Wrong {
  return { kind, n, at, action };
}

function wrongWith(row: EntryRow, head: { n: number; hash: string }): Wrong | null {
  const { previousHash, hash, ...entry } = row;
  if (entry.n > head.n + 1) return { kind: 'missing', n: head.n + 1, at: null, action: null };
  if (entryHash(previousHash, entry) !== hash) return here('altered', row);
  if (entry.n !== head.n + 1 || previousHash !== head.hash) return here('unlinked', row);
  return null;
}

function anchored(row: EntryRow, anchor: Anchor | null): Wrong | null {
  return row.n === anchor?.n && row.hash !== anchor.hash ? here('rewritten', row) : null;
}

/** Names lie beside the chain, which covers their salted hashes: one that is there must be the one that was written. */
function nameCheck(db: ReadDb) {
  const kept = db.statement<{ salt: string; hash: string; value: string }>(
    'select salt, hash, value from personal_value where id = ?',
  );
  const erased = new Set<string>();

  function holds(id: string, hash: string): boolean {
    const stored = kept.get(id);
    if (stored !== undefined) return stored.hash === hash && personalHash(stored.salt, stored.value) === hash;
    erased.add(id);
    return true;
  }

  function allHold(value: unknown): boolean {
    if (Array.isArray(value)) return value.every(allHold);
    if (!isRecord(value)) return true;
    if ('$personal' in value) return holds(String(value.$personal), String(value.hash));
    return Object.values(value).every(allHold);
  }

  return {
    erased: () => erased.size,
    wrongWith(row: EntryRow): Wrong | null {
      const data = parsed(row.data);
      if (data === undefined) return here('altered', row);
      return allHold(data) ? null : here('name', row);
    },
  };
}

/** What we write is JSON; what somebody else wrote, with hashes that fit, needn't be. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
