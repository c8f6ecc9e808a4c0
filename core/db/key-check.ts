import { createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';

/**
 * SQLite answers a wrong key and a damaged header with the same error. A small file beside the database tells them
 * apart: a salt and the salt's HMAC under the key, which gives nothing of a 256-bit random key away.
 */
export function keyCheckPath(databasePath: string): string {
  return join(dirname(databasePath), `${basename(databasePath, extname(databasePath))}.key-check`);
}

/** Whether the kept check belongs to this key; `null` when there is none (or none we can read). */
export function matchesKeyCheck(databasePath: string, key: Uint8Array): boolean | null {
  let text: string;
  try {
    text = readFileSync(keyCheckPath(databasePath), 'utf8');
  } catch {
    return null;
  }
  const [, salt, kept] = /^v1 ([0-9a-f]{32}) ([0-9a-f]{64})\n$/.exec(text) ?? [];
  if (salt === undefined || kept === undefined) return null;
  return timingSafeEqual(Buffer.from(kept, 'hex'), Buffer.from(check(salt, key), 'hex'));
}

export function writeKeyCheck(databasePath: string, key: Uint8Array): void {
  const salt = randomBytes(16).toString('hex');
  const path = keyCheckPath(databasePath);
  const draft = `${path}.new`;
  writeFileSync(draft, `v1 ${salt} ${check(salt, key)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, path);
}

function check(salt: string, key: Uint8Array): string {
  return createHmac('sha256', key).update(`atrium-desk key check ${salt}`).digest('hex');
}

export const pageSize = 4096;
const saltSize = 16;
/** Initialisation vector and HMAC-SHA-512 at the end of each page. */
const reserved = { iv: 16, hmac: 64 };

/**
 * Whether the first page of the file was written under this key, by SQLCipher 4's own page HMAC. Opens nothing and so
 * touches nothing: SQLite, once it has the file open, might move a left-over write-ahead log with a wrong key.
 */
export function firstPageFits(databasePath: string, key: Uint8Array): boolean {
  const page = Buffer.alloc(pageSize);
  const file = openSync(databasePath, 'r');
  try {
    if (fstatSync(file).size < pageSize || readSync(file, page, 0, pageSize, 0) < pageSize) return false;
  } finally {
    closeSync(file);
  }
  const salt = page.subarray(0, saltSize).map((byte) => byte ^ 0x3a);
  const hmacKey = pbkdf2Sync(key, salt, 2, 32, 'sha512');
  const end = pageSize - reserved.hmac;
  const pageNumber = Buffer.from([1, 0, 0, 0]);
  const expected = createHmac('sha512', hmacKey)
    .update(page.subarray(saltSize, end))
    .update(pageNumber)
    .digest();
  return timingSafeEqual(expected, page.subarray(end));
}
