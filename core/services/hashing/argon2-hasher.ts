import argon2 from 'argon2';
import type { Hasher } from '../../ports';

export interface Argon2Parameters {
  /** KiB. */
  memoryCost: number;
  timeCost: number;
  parallelism: number;
}

/** OWASP's minimum for argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
const owasp: Argon2Parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** argon2id, computed on libuv's threads. Salt and parameters are part of the text that is stored. */
export function createArgon2Hasher(parameters: Argon2Parameters = owasp): Hasher {
  return {
    hash: (password) => argon2.hash(password, { ...parameters, type: argon2.argon2id }),
    verify: (hash, password) => argon2.verify(hash, password),
    needsRehash: (hash) => argon2.needsRehash(hash, { ...parameters }),
  };
}
