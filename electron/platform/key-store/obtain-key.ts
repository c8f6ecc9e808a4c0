import { existsSync } from 'node:fs';
import { firstPageFits } from '../../../core/db/key-check';
import { AppError } from '../../../core/errors/app-error';
import type { KeyStore, Random } from '../../../core/ports';

const keyBytes = 32;

/**
 * The database's key: of several, which a change of keys that was cut off leaves behind, the one that fits. A new one is made
 * for a new installation only, and is kept safe before there is anything to lose: over an existing database it would lock
 * everybody out for good. Errors: `database.key_missing`, `key.passphrase_required`.
 */
export async function obtainKey(store: KeyStore, databasePath: string, random: Random): Promise<Uint8Array> {
  const kept = await store.readAll();
  const [first] = kept;
  if (first !== undefined) {
    if (kept.length === 1 || !existsSync(databasePath)) return first;
    return kept.find((key) => firstPageFits(databasePath, key)) ?? first;
  }
  if (existsSync(databasePath)) throw new AppError('database.key_missing', { path: databasePath });
  const key = random.bytes(keyBytes);
  await store.write(key);
  return key;
}
