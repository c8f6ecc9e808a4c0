import { createDecipheriv } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { pageSize } from '../../core/db/key-check';

/** SQLCipher 4: the first page begins with a salt, each ends in an initialisation vector and a code. */
const salt = 16;
const reserved = { iv: 16, hmac: 64 };
const plainEnd = pageSize - reserved.iv - reserved.hmac;
const logHeader = 32;
const frameHeader = 24;

/**
 * The bytes of a database without its encryption, page by page as they lie in the file: those that are free now too, and
 * after them what its write-ahead log holds. Without SQLite, which would tidy up.
 */
export function plainPages(path: string, key: Uint8Array): Buffer {
  const pages = everyPage(readFileSync(path), 0, 0);
  const log = `${path}-wal`;
  const frames = existsSync(log) ? everyPage(readFileSync(log), logHeader, frameHeader) : [];
  return Buffer.concat([...pages, ...frames].map(({ n, bytes }) => plain(n, bytes, key)));
}

interface Page {
  n: number;
  bytes: Buffer;
}

/** @param ahead bytes before each page; the first four of them say which page it is. */
function everyPage(file: Buffer, start: number, ahead: number): Page[] {
  const pages: Page[] = [];
  for (let at = start; at + ahead + pageSize <= file.length; at += ahead + pageSize) {
    const n = ahead === 0 ? at / pageSize + 1 : file.readUInt32BE(at);
    pages.push({ n, bytes: file.subarray(at + ahead, at + ahead + pageSize) });
  }
  return pages;
}

function plain(n: number, page: Buffer, key: Uint8Array): Buffer {
  const ahead = n === 1 ? salt : 0;
  const cipher = createDecipheriv('aes-256-cbc', key, page.subarray(plainEnd, plainEnd + reserved.iv));
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(page.subarray(ahead, plainEnd)), cipher.final()]);
}
