import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import argon2 from 'argon2';
import { normalisePassword } from '../../../core/domain/password';

/**
 * A layer over the lines of a key file: AES-256-GCM under a key that argon2id makes of a passphrase. Written as
 * `passphrase:v1:<memory KiB>,<passes>,<lanes>:<salt>:<nonce>:<sealed lines and tag>`, each part base64; what comes before the
 * nonce is vouched for by the tag too.
 */
export interface PassphraseLayer {
  /** All up to the nonce. */
  head: string;
  /** What argon2id made of the passphrase, 32 bytes. */
  secret: Uint8Array;
}

export const layerPrefix = 'passphrase:';

/** Paid once at a start, so more than a sign-in has: 64 MiB, three passes, and it is what stands against an attacker offline. */
const today = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
/** No file makes the start take all memory or all day. */
const most = { memoryCost: 1_048_576, timeCost: 20, parallelism: 16 };
const sizes = { salt: 16, nonce: 12, tag: 16, secret: 32 };
const form =
  /^(passphrase:v1:\d{1,7},\d{1,2},\d{1,2}:[A-Za-z0-9+/=]{24}):([A-Za-z0-9+/=]{16}):([A-Za-z0-9+/=]+)\s*$/;

/** A new layer for a passphrase that was just chosen. */
export async function newLayer(passphrase: string): Promise<PassphraseLayer> {
  const { memoryCost, timeCost, parallelism } = today;
  const salt = randomBytes(sizes.salt).toString('base64');
  const head = `${layerPrefix}v1:${memoryCost},${timeCost},${parallelism}:${salt}`;
  return layerOf(head, passphrase);
}

/** The layer a file lies under, as this passphrase makes it. Throws when the file is none of ours. */
export function layerOver(text: string, passphrase: string): Promise<PassphraseLayer> {
  return layerOf(partsOf(text).head, passphrase);
}

function partsOf(text: string): { head: string; nonce: Buffer; sealed: Buffer } {
  const match = form.exec(text);
  if (match === null) throw new Error('No layer of a passphrase');
  const [, head = '', nonce = '', sealed = ''] = match;
  return { head, nonce: Buffer.from(nonce, 'base64'), sealed: Buffer.from(sealed, 'base64') };
}

async function layerOf(head: string, passphrase: string): Promise<PassphraseLayer> {
  const [, , costs = '', salt = ''] = head.split(':');
  const [memoryCost = 0, timeCost = 0, parallelism = 0] = costs.split(',').map(Number);
  if (memoryCost > most.memoryCost || timeCost > most.timeCost || parallelism > most.parallelism)
    throw new Error('A layer of a passphrase beyond measure');
  const secret = await argon2.hash(normalisePassword(passphrase), {
    type: argon2.argon2id,
    raw: true,
    salt: Buffer.from(salt, 'base64'),
    hashLength: sizes.secret,
    ...{ memoryCost, timeCost, parallelism },
  });
  return { head, secret };
}

export function seal(lines: string, { head, secret }: PassphraseLayer): string {
  const nonce = randomBytes(sizes.nonce);
  const cipher = createCipheriv('aes-256-gcm', secret, nonce).setAAD(Buffer.from(head));
  const sealed = Buffer.concat([cipher.update(lines, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${head}:${nonce.toString('base64')}:${sealed.toString('base64')}\n`;
}

/** The lines; `null`: it is another passphrase's, or was changed. Throws when the file is none of ours. */
export function open(text: string, layer: PassphraseLayer): string | null {
  const { head, nonce, sealed } = partsOf(text);
  if (head !== layer.head || sealed.length <= sizes.tag) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', layer.secret, nonce)
      .setAAD(Buffer.from(head))
      .setAuthTag(sealed.subarray(-sizes.tag));
    const lines = [decipher.update(sealed.subarray(0, -sizes.tag)), decipher.final()];
    return Buffer.concat(lines).toString('utf8');
  } catch {
    return null;
  }
}
