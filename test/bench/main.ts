import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect, makeDurable } from '../../core/db/connection';
import { createIds } from '../../core/db/ids';
import { systemClock, systemRandom } from '../../core/system';
import { fileKeyStore } from '../../electron/platform/key-store/file-store';
import { obtainKey } from '../../electron/platform/key-store/obtain-key';
import { makeBetterAuth } from './core/better-auth.mjs';
import { cipherFigures } from './core/cipher';
import { line } from './core/measure';
import { coreFigures, type Desks } from './core/operations';
import { administrator, makeOurs } from './core/ours';
import { population } from './core/population';
import { makeRaw } from './core/raw';
import { readOptions } from './options';
import { windowFigures } from './window/figures';

/** One JSON line per figure on stdout, progress on stderr. */
async function main(): Promise<void> {
  const { sizes, parts } = readOptions(process.argv.slice(2));
  const largest = Math.max(...sizes);
  const root = mkdtempSync(join(tmpdir(), 'atrium-bench-'));
  process.stdout.write(`${JSON.stringify(machine())}\n`);
  try {
    for (const n of sizes) await measure(join(root, String(n)), n, n === largest, parts);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

async function measure(
  folder: string,
  n: number,
  isLargest: boolean,
  parts: readonly string[],
): Promise<void> {
  mkdirSync(folder);
  const path = join(folder, 'atrium.db');
  const keychainFile = join(folder, 'keychain');
  const key = await obtainKey(fileKeyStore(keychainFile, 'test'), path, systemRandom);
  const now = Date.now();
  tell(`making an organisation of ${n} people`);
  const ours = await makeOurs(population(n, now), { path, key });
  const ids = createIds({ clock: systemClock, random: systemRandom });
  const newId = () => ids.next();
  if (parts.includes('cipher')) {
    tell('measuring what encryption costs');
    for await (const figure of cipherFigures({ n, ours, key, folder }))
      process.stdout.write(`${line(figure)}\n`);
  }
  if (parts.includes('core')) {
    tell('making the same for the others');
    const raw = makeRaw(population(n, now), { path: join(folder, 'raw.db'), key, newId });
    let betterAuth: Desks['betterAuth'] = null;
    if (isLargest) {
      const client = connect(join(folder, 'better-auth.db'), key);
      makeDurable(client);
      betterAuth = await makeBetterAuth(client, population(n, now), { newId });
    }
    tell('measuring the services');
    for await (const figure of coreFigures({ n, ours, raw, betterAuth })) {
      process.stdout.write(`${line(figure)}\n`);
    }
    raw.close();
  }
  ours.db.close();
  if (parts.includes('window') && isLargest) {
    tell('measuring in the window');
    const subject = { n, dataFolder: folder, keychainFile, ...administrator };
    for await (const figure of windowFigures(subject)) process.stdout.write(`${line(figure)}\n`);
  }
}

/** Absolute times mean little without it. */
function machine() {
  const processors = cpus();
  return {
    machine: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    node: process.version,
    platform: process.platform,
  };
}

function tell(what: string): void {
  process.stderr.write(`  ${what} …\n`);
}

await main();
