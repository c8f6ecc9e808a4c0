import { createHash } from 'node:crypto';
import type { Random } from '../../ports';

/** 256 bits, base64url: what a refresh token or an invitation's link carries. */
export function newToken(random: Random): string {
  return Buffer.from(random.bytes(32)).toString('base64url');
}

/** Secrets of full entropy are stored as SHA-256, hex: nothing to guess, so nothing to slow down. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
