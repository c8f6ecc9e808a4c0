import type BetterSqlite3 from 'better-sqlite3';
import type { Clock, Ids, Random } from '../ports';
import { createAudit } from './audit';
import type { Hlc } from './hlc';
import { createJournal } from './journal';
import { lastReadingOf } from './last-reading';
import { createPersonalValues } from './personal';
import { createSavepoint, type Savepoint } from './savepoint';
import { runningRefusal } from './sqlite-errors';
import type { Statements } from './statements';
import type { Orm, Tx, WriteDb } from './types';

interface WriterDeps {
  client: BetterSqlite3.Database;
  orm: Orm;
  statements: Statements;
  hlc: Hlc;
  deskId: string;
  path: string;
  clock: Clock;
  ids: Ids;
  random: Random;
}

/** The one way to write: one transaction at a time, synchronous, with its journal and audit entries inside. */
export function createWriter(deps: WriterDeps): WriteDb['write'] {
  const { client, hlc } = deps;
  const begin = client.prepare('begin immediate');
  const commit = client.prepare('commit');
  const rollback = client.prepare('rollback');
  const lastReading = lastReadingOf(client);
  const savepoint = createSavepoint(client);
  let writing = false;

  function transaction<T>(actorId: string | null, work: (tx: Tx) => T, after: (() => void)[]): T {
    begin.run();
    // Another connection (an import) may have moved this desk's clock.
    hlc.observe(lastReading());
    const { tx, end } = createTx({ ...deps, savepoint }, actorId, after);
    try {
      const result = work(tx);
      if (isThenable(result)) throw new Error('A write must not be async: hash and wait before it begins');
      commit.run();
      return result;
    } finally {
      end();
    }
  }

  return (actorId, work) => {
    if (writing) throw new Error('A write within a write: pass the transaction on instead');
    writing = true;
    const after: (() => void)[] = [];
    let result: ReturnType<typeof work>;
    try {
      result = transaction(actorId, work, after);
    } catch (error) {
      // SQLite itself rolls back on some errors (a full disk among them).
      if (client.inTransaction) rollback.run();
      throw runningRefusal(error, deps.path) ?? error;
    } finally {
      writing = false;
    }
    for (const step of after) runApart(step);
    return result;
  };
}

/** The write is committed: what fails after it is a fault for the process to report, not a failure of the write. */
function runApart(step: () => void): void {
  try {
    step();
  } catch (fault) {
    queueMicrotask(() => {
      throw fault;
    });
  }
}

function createTx(
  deps: WriterDeps & { savepoint: Savepoint },
  actorId: string | null,
  after: (() => void)[],
): { tx: Tx; end: () => void } {
  const { orm, statements, ids, random, deskId } = deps;
  const now = deps.clock.now();
  const hlc = { tick: () => deps.hlc.tick(now) };
  const personal = createPersonalValues({ statements, ids, random });
  const journal = createJournal({ statements, hlc, ids, personal, actorId });
  const audit = createAudit({ statements, hlc, ids, personal, deskId, actorId, now });
  let open = true;

  /** A transaction kept by mistake must not write outside of one. */
  function inside<A extends unknown[], R>(act: (...parameters: A) => R): (...parameters: A) => R {
    return (...parameters) => {
      if (!open) throw new Error('This transaction is over');
      return act(...parameters);
    };
  }

  function attempt<T>(part: () => T): T {
    const steps = after.length;
    return deps.savepoint(part, () => {
      after.length = steps;
      audit.rewind();
      personal.rewind();
      // Whoever goes on all the same would write outside of one.
      if (!deps.client.inTransaction) open = false;
    });
  }

  const tx: Tx = {
    now,
    orm,
    statement: (sql) => statements.read(sql),
    column: (sql) => statements.column(sql),
    newId: () => ids.next(),
    insert: inside(journal.insert) as Tx['insert'],
    update: inside(journal.update) as Tx['update'],
    remove: inside(journal.remove) as Tx['remove'],
    get local() {
      return inside(() => orm)();
    },
    run: inside(statements.run),
    audit: inside(audit.append),
    erasePersonal: inside(personal.erase),
    afterCommit: inside((step: () => void) => {
      after.push(step);
    }),
    attempt: (part) => inside(() => attempt(part))(),
  };
  return {
    tx,
    end() {
      open = false;
    },
  };
}

function isThenable(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
