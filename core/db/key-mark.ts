import { createHmac } from 'node:crypto';

/** By which a kit on paper knows whose key stands on it. Gives nothing of a 256-bit random key away. */
export function keyMark(key: Uint8Array): string {
  return createHmac('sha256', key).update('atrium-desk recovery kit').digest('hex').slice(0, 16);
}
