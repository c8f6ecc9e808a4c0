// One step of `npm run check`: the migrations form one chain, and the schema holds nothing that they don't bring.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { command, Explained } from './log.mjs';
import { cache, root } from './paths.mjs';
import { must } from './run.mjs';

const migrations = join(root, 'resources', 'migrations');
const schema = 'core/db/schema/index.ts';
const cli = join(root, 'node_modules', 'drizzle-kit', 'bin.cjs');

/** @param {string[]} args */
function drizzle(args) {
  return must(`drizzle-kit ${args[0]}`, process.execPath, [cli, ...args]);
}

await command(async () => {
  const known = readdirSync(migrations).filter((file) => file.endsWith('.sql'));
  if (known.length === 0) throw new Explained('resources/migrations holds no migration.');
  await drizzle(['check', '--dialect=sqlite', `--out=${relative(root, migrations)}`]);

  mkdirSync(cache, { recursive: true });
  const copy = mkdtempSync(join(cache, 'migrations-'));
  try {
    cpSync(migrations, copy, { recursive: true });
    await drizzle([
      'generate',
      '--dialect=sqlite',
      `--schema=${schema}`,
      `--out=${relative(root, copy)}`,
      '--name=new',
    ]);
    const added = readdirSync(copy).filter((file) => file.endsWith('.sql') && !known.includes(file));
    if (added.length > 0) {
      const sql = added.map((file) => readFileSync(join(copy, file), 'utf8')).join('\n');
      throw new Explained(
        `${sql}\n\nThe schema differs from what the migrations make of a database.`,
        'Run `npm run db:generate`.',
      );
    }
    console.log(`${known.length} migrations lead to the schema`);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
