import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { openDatabase } from '../../../core/db/open';
import { brokenEntry } from '../../support/audit-chain';
import { tempFolder } from '../../support/db';
import { openOptions } from '../../support/options';
import { chance, runSeed, tell } from '../../support/seed';

const child = fileURLToPath(new URL('./writing-child.ts', import.meta.url));
const loader = fileURLToPath(new URL('../../support/ts-loader.mjs', import.meta.url));

/** Lets a child write until it has acknowledged that many rows, then kills it at once. Answers their ids. */
async function killedAfter(path: string, rows: number): Promise<string[]> {
  const process_ = spawn(process.execPath, ['--import', loader, child, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  process_.stdout.on('data', (piece: Buffer) => {
    said += piece.toString();
    if (said.split('\n').length > rows) process_.kill('SIGKILL');
  });
  await new Promise((resolve) => process_.on('close', resolve));
  // The last line may be half a line.
  return said.split('\n').slice(0, -1);
}

test('killed at any moment, every acknowledged write is there, whole and with its audit entry', async () => {
  const path = join(tempFolder(), 'atrium.db');
  const acknowledged: string[] = [];
  const seed = runSeed();
  tell(`killed while writing: 3 rounds, seed ${seed}`);
  for (const rows of [1, chance(seed).between(2, 59), 60]) {
    acknowledged.push(...(await killedAfter(path, rows)));
    const db = openDatabase(openOptions(path));
    expect(db.client.pragma('integrity_check', { simple: true })).toBe('ok');
    const sites = db.statement<{ id: string; name: string }>('select id, name from site').all();
    const ids = new Set(sites.map((site) => site.id));
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
    expect(sites.filter((site) => site.name !== `Renamed ${site.id}`)).toEqual([]);
    expect(db.statement<{ n: number }>('select count(*) as n from change_op').get()?.n).toBe(
      sites.length * 2,
    );
    expect(db.statement<{ n: number }>('select count(*) as n from audit_event').get()?.n).toBe(sites.length);
    expect(brokenEntry(db)).toBeNull();
    db.close();
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(63);
}, 60_000);
