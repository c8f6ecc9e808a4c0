import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Desk } from './desk';

/** Leaves the file as a version with one more migration would have left it. */
export function markAsNewer(desk: Desk): void {
  behindTheBackOf(desk, (client) =>
    client
      .prepare(
        'insert into __drizzle_migrations (hash, created_at) select hash, max(created_at) + 86400000 from __drizzle_migrations',
      )
      .run(),
  );
}

/** Opens the file of a desk that isn't running, with its key, as somebody could who has both. */
export function behindTheBackOf(desk: Desk, act: (client: BetterSqlite3.Database) => void): void {
  const { client } = openBehind(desk);
  act(client);
  client.close();
}

/** A second connection to a desk's file, running or not. */
export function openBehind(desk: Desk): { client: BetterSqlite3.Database; key: Uint8Array } {
  const client = new BetterSqlite3(join(desk.dataFolder, 'atrium.db'));
  const key = Buffer.from(readFileSync(desk.keychainFile, 'utf8').replace('plain:', '').trim(), 'base64');
  client.pragma("cipher = 'sqlcipher'");
  client.pragma('legacy = 4');
  client.pragma(`key = "x'${key.toString('hex')}'"`);
  return { client, key };
}
