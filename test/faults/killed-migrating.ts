import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from '../../core/db/connection';
import { schemaAge } from '../../core/db/migrate';
import { openDatabase } from '../../core/db/open';
import type { Database } from '../../core/db/types';
import { journal, migrationsUpTo } from '../migrations/earlier';
import { brokenEntry } from '../support/audit-chain';
import { migrationsFolder, openOptions, testKey } from '../support/options';
import { chance as chanceOf } from '../support/seed';
import { bundled } from './bundle';
import { rowsOf } from './rows';
import { copies, surroundingsOf } from './template';
import { nextVictim, type Victim } from './victim';
import { livedIn, madeEarlier } from './world';

interface MigrationOutcome {
  rounds: number;
  /** How the killed start had left the file: as it was, or migrated. */
  earlier: number;
  migrated: number;
  problems: string[];
}

/** A start takes so long, microseconds: it is killed somewhere in it. */
const longest = 120_000;

/**
 * Kills the first start of a new version while it migrates a lived-in file of an earlier one, or makes its first file. The
 * next start must come to exactly what a start that nobody killed comes to.
 */
export async function killedWhileMigrating(options: {
  rounds: number;
  seed: number;
}): Promise<MigrationOutcome> {
  const chance = chanceOf(options.seed);
  const outcome: MigrationOutcome = { rounds: 0, earlier: 0, migrated: 0, problems: [] };
  const { program, discard } = await bundled(join(import.meta.dirname, 'opening-desk.ts'));
  const folders = copies();
  const originals = await madeOriginals(folders.empty());
  let victim: Victim = nextVictim(program);
  try {
    for (let round = 0; round < options.rounds && outcome.problems.length === 0; round += 1) {
      const { tag, file, wanted } = chance.one(originals);
      const path = join(folders.empty(), 'atrium.db');
      if (file !== null) copyFileSync(file, path);
      await victim.die(surroundingsOf(path), { acts: 0, ms: 0, further: chance.between(0, longest) });
      victim = nextVictim(program);
      if (file !== null) outcome[leftAs(path)] += 1;
      const db = openDatabase(openOptions(path));
      try {
        const problems = differences(db, wanted);
        outcome.problems.push(...problems.map((problem) => `round ${round}, from ${tag}: ${problem}`));
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

interface Original {
  tag: string;
  /** `null`: there is none yet. */
  file: string | null;
  /** Its rows once migrated. */
  wanted: ReturnType<typeof rowsOf> | null;
}

/** One world as each earlier version would have kept it. */
async function madeOriginals(folder: string): Promise<Original[]> {
  const lived = join(folder, 'world.db');
  await livedIn(lived, { acts: 300, seed: 7 });
  const world = openDatabase(openOptions(lived));
  try {
    const tags = journal()
      .entries.slice(0, -1)
      .map(({ tag }) => tag);
    const earlier = tags.map((tag) => {
      const file = join(folder, `${tag}.db`);
      madeEarlier(world, file, migrationsUpTo(tag));
      const migrated = join(folder, `${tag}-migrated.db`);
      copyFileSync(file, migrated);
      const db = openDatabase(openOptions(migrated));
      const wanted = rowsOf(db);
      db.close();
      return { tag, file, wanted };
    });
    return [...earlier, { tag: 'nothing', file: null, wanted: null }];
  } finally {
    world.close();
  }
}

function leftAs(path: string): 'earlier' | 'migrated' {
  const client = connect(path, testKey);
  try {
    return schemaAge(client, path, migrationsFolder) === 'current' ? 'migrated' : 'earlier';
  } finally {
    client.close();
  }
}

function differences(db: Database, wanted: Original['wanted']): string[] {
  const pages = db.client.pragma('integrity_check', { simple: true });
  const orphans = db.client.pragma('foreign_key_check') as unknown[];
  const broken = brokenEntry(db);
  const rows = rowsOf(db);
  const different = wanted === null ? [] : [...wanted].filter(([key, row]) => rows.get(key) !== row);
  return [
    ...(pages === 'ok' ? [] : [`integrity_check: ${String(pages)}`]),
    ...(orphans.length === 0 ? [] : [`${orphans.length} rows without their parent`]),
    ...(broken === null ? [] : [`entry ${broken} doesn't follow`]),
    ...(different.length === 0 ? [] : [`${different.length} rows are other ones: ${different[0]?.[0]}`]),
  ];
}
