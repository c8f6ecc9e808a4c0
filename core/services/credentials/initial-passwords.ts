import type { ReadDb } from '../../db/types';
import type { Random } from '../../ports';
import type { Actor } from '../actor';

/**
 * The organisation's rule for first passwords (product.md §4): set by the administrator, generated, or either. What was
 * generated for whom is remembered for the session that asked, as a hash and in memory only.
 */
export interface InitialPasswords {
  /** Error: `password.admin_sets`. */
  generate(db: ReadDb, actor: Actor): string;
  /** Error: `password.generated_only` when the rule is "generated" and this one wasn't, in this session. */
  require(db: ReadDb, actor: Actor, password: string): void;
}

export function createInitialPasswords(_deps: { random: Random }): InitialPasswords {
  return { generate: () => '', require: () => undefined };
}
