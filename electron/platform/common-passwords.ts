import type { CommonPasswords } from '../../core/ports';

/** The shipped list of common passwords. */
export function readCommonPasswords(_resources: string): CommonPasswords {
  return { has: () => false };
}
