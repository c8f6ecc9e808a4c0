import type { Hasher } from '../../core/ports';

/**
 * Hashes each password once. Thousands of people who will never sign in share one password that nobody knows, and so
 * one hash: each of their own would cost 33 ms.
 */
export function hashOnce(hasher: Hasher): Hasher {
  const hashes = new Map<string, Promise<string>>();
  return {
    ...hasher,
    hash(password) {
      const known = hashes.get(password) ?? hasher.hash(password);
      hashes.set(password, known);
      return known;
    },
  };
}
