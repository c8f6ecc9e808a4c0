import { join } from 'node:path';
import { openDatabase } from '../../core/db/open';
import type { Database } from '../../core/db/types';
import { hashAt, headOf } from '../../core/services/audit-log/entry-rows';
import { fileAnchorStore } from '../../electron/platform/anchor/file-anchor';
import { macKeys } from '../../electron/platform/anchor/mac-key';
import { fakeClock } from '../support/clock';
import { openOptions, testKey } from '../support/options';
import { chance as chanceOf } from '../support/seed';
import { bundled } from './bundle';
import { type Changes, changesBetween, type Rows, rowsOf, withChanges } from './rows';
import { copies, copyDesk, givenDesk, start, surroundingsOf } from './template';
import { anyMoment, nextVictim, type Victim } from './victim';
import { problemsOf } from './whole';
import type { Orders } from './writing-desk';

/** What the child says, in the order it says it. */
interface Said {
  ready?: true;
  begins?: string;
  leaves?: string | null;
  done?: string;
  refused?: string | null;
  at?: number;
  rows?: Record<string, string>;
  changes?: Changes;
  head?: { n: number; hash: string };
}

export interface Outcome {
  rounds: number;
  /** Acts the child said were done, and how many of those were refusals. */
  acknowledged: number;
  refused: number;
  /** Acts cut off in the middle: found whole all the same, or not at all. */
  whole: number;
  nothing: number;
  /** What doesn't hold, with its round; empty when nothing was lost. */
  problems: string[];
}

/** A file lives through so many kills before the next one begins on a fresh copy. */
const roundsPerFile = 20;

/**
 * Lets a desk act in a process of its own, kills it at a random moment, starts again and looks: every acknowledged act is there,
 * row by row, the one under way is there whole or not at all, and all is whole. Again and again on the same file.
 */
export async function killedWhileWriting(options: {
  rounds: number;
  seed: number;
  acts: Orders['acts'];
}): Promise<Outcome> {
  const chance = chanceOf(options.seed);
  const outcome: Outcome = { rounds: 0, acknowledged: 0, refused: 0, whole: 0, nothing: 0, problems: [] };
  const { program, discard } = await bundled(join(import.meta.dirname, 'writing-desk.ts'));
  const folders = copies();
  const original = join(folders.empty(), 'atrium.db');
  await givenDesk(original);
  let path = '';
  let at = start;
  let victim: Victim = nextVictim(program);
  try {
    for (let round = 0; round < options.rounds && outcome.problems.length === 0; round += 1) {
      if (round % roundsPerFile === 0) path = copyDesk(original, folders.empty());
      const anchorFile = path.replace(/[.]db$/, '.anchor');
      const orders: Orders = {
        ...surroundingsOf(path, at),
        seed: chance.between(1, 2 ** 31),
        acts: options.acts,
        anchorFile,
      };
      const moment = anyMoment(chance, { acts: 12, ms: 250 });
      const lines = await victim.die(orders, moment);
      victim = nextVictim(program);
      const said = lines.map((line) => JSON.parse(line) as Said);
      at = said.reduce((latest, line) => Math.max(latest, line.at ?? 0), at) + 60_000;
      const db = openDatabase(openOptions(path, fakeClock(at)));
      try {
        const problems = [
          ...compare(db, said, outcome),
          ...anchorProblems(db, anchorFile),
          ...(await problemsOf(db)),
        ];
        outcome.problems.push(...problems.map((problem) => `round ${round}: ${problem}`));
      } finally {
        db.close();
      }
      outcome.rounds += 1;
    }
  } finally {
    victim.spare();
    discard();
    folders.discard();
  }
  return outcome;
}

/** What was acknowledged against what is there, and what became of the act that was under way. */
function compare(db: Database, said: readonly Said[], outcome: Outcome): string[] {
  let expected: Rows | null = null;
  let head: { n: number; hash: string } | null = null;
  let underWay: Said | null = null;
  for (const line of said) {
    if (line.begins !== undefined) underWay = line;
    if (line.done === undefined) continue;
    underWay = null;
    head = line.head ?? head;
    expected = line.rows
      ? new Map(Object.entries(line.rows))
      : withChanges(expected ?? new Map(), line.changes ?? {});
    outcome.acknowledged += 1;
    if (line.refused) outcome.refused += 1;
  }
  // Killed before it had even started.
  if (expected === null || head === null) return [];
  if (hashAt(db, db.deskId, head.n) !== head.hash) return [`entry ${head.n}, acknowledged, isn't there`];
  const left = actionsAfter(db, head.n);
  const changes = Object.keys(changesBetween(expected, rowsOf(db)));
  const found = `left “${left}” and changed ${changes.slice(0, 5).join(', ')}`;
  if (left === '' && changes.length === 0) {
    if (underWay !== null) outcome.nothing += 1;
    return [];
  }
  if (underWay === null) return [`nothing was under way, and it ${found}`];
  const { begins = '', leaves = null } = underWay;
  if (leaves !== null && !new RegExp(`^${leaves}$`).test(left))
    return [`${begins} is there by half: it ${found}`];
  outcome.whole += 1;
  return [];
}

function actionsAfter(db: Database, n: number): string {
  return db
    .statement<{ action: string }>('select action from audit_event where desk_id = ? and n > ? order by n')
    .all(db.deskId, n)
    .map(({ action }) => action)
    .join(' ');
}

/** The note of where the log ended is readable, and the log still goes through it. */
function anchorProblems(db: Database, file: string): string[] {
  const anchor = fileAnchorStore(file, macKeys(testKey, null, 'linux')).read();
  if (anchor === 'none' && headOf(db, db.deskId).n > 0) return [];
  if (typeof anchor === 'string') return [`the anchor is ${anchor}`];
  return hashAt(db, anchor.deskId, anchor.n) === anchor.hash
    ? []
    : [`the log doesn't go through its anchor ${anchor.n}`];
}
