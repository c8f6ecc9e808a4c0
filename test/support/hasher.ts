import type { Hasher } from '../../core/ports';

/** Stands in for argon2id where a test is not about hashing. `v1` hashes want a rehash. */
export function cheapHasher(version: 'v1' | 'v2' = 'v2'): Hasher {
  return {
    hash: (password) => Promise.resolve(`cheap:${version}:${password}`),
    verify: (hash, password) =>
      Promise.resolve(/^cheap:v\d:/.test(hash) && hash.slice('cheap:v1:'.length) === password),
    needsRehash: (hash) => !hash.startsWith(`cheap:${version}:`),
  };
}
