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
  return pageFits(databasePath, key, 1);
}

/** How many of the first pages are asked: damage to one or two of them must not look like another key. */
const askedPages = 8;

/** Whether any of the first pages was written under this key: tells a damaged file of ours from one of another key. */
export function somePageFits(databasePath: string, key: Uint8Array): boolean {
  return Array.from({ length: askedPages }, (_page, index) => index + 1).some((page) =>
    pageFits(databasePath, key, page),
  );
}

/** @param pageNumber from 1 */
function pageFits(databasePath: string, key: Uint8Array, pageNumber: number): boolean {
  const page = Buffer.alloc(pageSize);
  const salt = Buffer.alloc(saltSize);
  const file = openSync(databasePath, 'r');
  try {
    const start = (pageNumber - 1) * pageSize;
    if (fstatSync(file).size < start + pageSize) return false;
    readSync(file, salt, 0, saltSize, 0);
    if (readSync(file, page, 0, pageSize, start) < pageSize) return false;
  } finally {
    closeSync(file);
  }
  const hmacKey = pbkdf2Sync(key, maskedSalt(salt), 2, 32, 'sha512');
  const end = pageSize - reserved.hmac;
  const number = Buffer.alloc(4);
  number.writeUInt32LE(pageNumber);
  const expected = createHmac('sha512', hmacKey)
    // The salt at the beginning of the file is its own check.
    .update(page.subarray(pageNumber === 1 ? saltSize : 0, end))
    .update(number)
    .digest();
  return timingSafeEqual(expected, page.subarray(end));
}

function maskedSalt(salt: Uint8Array): Uint8Array {
  return salt.map((byte) => byte ^ 0x3a);
}
