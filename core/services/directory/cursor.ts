import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../../errors/app-error';
import type { Sort } from './sort';

export type KeyValue = string | number;

export interface Cursors {
  seal(sort: Sort, values: readonly KeyValue[]): string;
  /** Errors: `request.malformed` for anything but a cursor of this run and this order. */
  open(sort: Sort, cursor: string): KeyValue[];
}

const content = z.tuple([z.string(), z.array(z.union([z.string(), z.number()]))]);
const size = { iv: 12, tag: 16 } as const;

/**
 * A cursor holds the sort keys of a row, so that a list goes on from there even when the row has moved since. Keys can
 * name sites a reader may not know of (rows sort by all their sites), so they travel sealed, under a key of this run.
 */
export function createCursors(): Cursors {
  const key = randomBytes(32);
  return {
    seal(sort, values) {
      const iv = randomBytes(size.iv);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const sealed = [
        iv,
        cipher.update(JSON.stringify([orderOf(sort), values])),
        cipher.final(),
        cipher.getAuthTag(),
      ];
      return Buffer.concat(sealed).toString('base64url');
    },
    open(sort, cursor) {
      const parsed = content.safeParse(unseal(key, cursor));
      if (!parsed.success || parsed.data[0] !== orderOf(sort) || parsed.data[1].length !== sort.keys.length) {
        throw new AppError('request.malformed', {
          fields: [{ path: 'window.anchor.cursor', rule: 'cursor' }],
        });
      }
      return parsed.data[1];
    },
  };
}

function orderOf({ keys, descending }: Sort): string {
  return `${keys.join()} ${descending}`;
}

function unseal(key: Buffer, cursor: string): unknown {
  const sealed = Buffer.from(cursor, 'base64url');
  if (sealed.length <= size.iv + size.tag) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, size.iv));
    decipher.setAuthTag(sealed.subarray(-size.tag));
    const plain = Buffer.concat([decipher.update(sealed.subarray(size.iv, -size.tag)), decipher.final()]);
    return JSON.parse(plain.toString('utf8'));
  } catch {
    return null;
  }
}
