import { existsSync } from 'node:fs';
import { AppError } from '../../../core/errors/app-error';
import type { KeyStore, Random } from '../../../core/ports';

const keyBytes = 32;

/**
 * The database's key. A new one is made for a new installation only, and is kept safe before there is anything to
 * lose: over an existing database it would lock everybody out for good. Errors: `database.key_missing`.
 */
export async function obtainKey(store: KeyStore, databasePath: string, random: Random): Promise<Uint8Array> {
  const kept = await store.read();
  if (kept !== null) return kept;
  if (existsSync(databasePath)) throw new AppError('database.key_missing', { path: databasePath });
  const key = random.bytes(keyBytes);
  await store.write(key);
  return key;
}
