import { createCipheriv, createDecipheriv } from 'node:crypto';
import argon2 from 'argon2';
import { AppError } from '../../errors/app-error';
import type { Random } from '../../ports';
import { type Argon2Cost, type CopyHeader, vouchedFor } from './header';

/** Above OWASP's minimum: this is done once per copy, and who finds the file has all the time there is. */
const cost: Argon2Cost = { memory: 65_536, passes: 3, lanes: 1 };
const tagSize = 16;

/** The copy's own key, locked with the passphrase. */
export async function wrapKey(
  key: Uint8Array,
  passphrase: string,
  bodySize: number,
  random: Random,
): Promise<CopyHeader> {
  const open = { cost, salt: random.bytes(16), nonce: random.bytes(12), bodySize };
  const cipher = createCipheriv('aes-256-gcm', await lock(passphrase, open), open.nonce);
  cipher.setAAD(vouchedFor(open));
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()]);
  return { ...open, wrappedKey: Buffer.concat([wrapped, cipher.getAuthTag()]) };
}

/** Error: `backup.passphrase_wrong`. */
export async function unwrapKey(header: CopyHeader, passphrase: string): Promise<Uint8Array> {
  const { nonce, wrappedKey } = header;
  const decipher = createDecipheriv('aes-256-gcm', await lock(passphrase, header), nonce);
  decipher.setAAD(vouchedFor(header));
  decipher.setAuthTag(wrappedKey.subarray(-tagSize));
  try {
    return Buffer.concat([decipher.update(wrappedKey.subarray(0, -tagSize)), decipher.final()]);
  } catch (error) {
    throw new AppError('backup.passphrase_wrong', {}, { cause: error });
  }
}

/** The same passphrase typed on another keyboard is the same bytes: NFC, as passwords are. */
function lock(
  passphrase: string,
  { cost: { memory, passes, lanes }, salt }: Pick<CopyHeader, 'cost' | 'salt'>,
) {
  return argon2.hash(passphrase.normalize('NFC'), {
    type: argon2.argon2id,
    raw: true,
    hashLength: 32,
    salt: Buffer.from(salt),
    memoryCost: memory,
    timeCost: passes,
    parallelism: lanes,
  });
}
