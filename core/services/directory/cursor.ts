import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { AppError } from '../../errors/app-error';
import type { Sort } from './sort';

export type KeyValue = string | number;

/** `sealed`: a window must not be able to read it. */
export type Cover = 'open' | 'sealed';

export interface Cursors {
  make(sort: Sort, values: readonly KeyValue[], cover: Cover): string;
  /** Errors: `request.malformed` for anything but a cursor of this order and cover, and of this run if sealed. */
  read(sort: Sort, cursor: string, cover: Cover): KeyValue[];
}

const size = { iv: 12, tag: 16 } as const;

/**
 * A cursor holds the sort keys of a row, so that a list goes on from there even when the row has moved since. The keys
 * can name sites that the reader doesn't know of (a row sorts by all its sites): those travel sealed, under a key of
 * this run. Sealing all would cost a tenth of a page.
 */
export function createCursors(): Cursors {
  const key = randomBytes(32);
  return {
    make(sort, values, cover) {
      const text = JSON.stringify([orderOf(sort), values]);
      return cover === 'open' ? text : seal(key, text);
    },
    read(sort, cursor, cover) {
      const content = parseJson(cover === 'open' ? cursor : unseal(key, cursor));
      if (!isContent(content) || content[0] !== orderOf(sort) || content[1].length !== sort.keys.length) {
        throw new AppError('request.malformed', {
          fields: [{ path: 'window.anchor.cursor', rule: 'cursor' }],
        });
      }
      return content[1];
    },
  };
}

function isContent(value: unknown): value is [order: string, keys: KeyValue[]] {
  if (!Array.isArray(value) || value.length !== 2 || !Array.isArray(value[1])) return false;
  return value[1].every((key) => typeof key === 'string' || typeof key === 'number');
}

function orderOf({ keys, descending }: Sort): string {
  return `${keys.join()} ${descending}`;
}

function seal(key: Buffer, text: string): string {
  const iv = randomBytes(size.iv);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  return Buffer.concat([iv, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

function unseal(key: Buffer, cursor: string): string {
  const sealed = Buffer.from(cursor, 'base64url');
  if (sealed.length <= size.iv + size.tag) return '';
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, size.iv));
    decipher.setAuthTag(sealed.subarray(-size.tag));
    const plain = Buffer.concat([decipher.update(sealed.subarray(size.iv, -size.tag)), decipher.final()]);
    return plain.toString('utf8');
  } catch {
    return '';
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
