import { createHash } from 'node:crypto';
import type { ReadDb } from '../../db/types';
import { normalisePassword } from '../../domain/password';
import { AppError } from '../../errors/app-error';
import type { CommonPasswords, Random } from '../../ports';
import type { Actor } from '../actor';
import { requireOrganisation } from '../organisation/organisation-rows';
import { openSites } from '../sites/site-rows';
import { generatePassword } from './generate-password';

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

/** Far more than are on anybody's screen; the oldest is forgotten first, and asking for another takes one press. */
const remembered = 200;

export function createInitialPasswords(deps: {
  random: Random;
  commonPasswords: CommonPasswords;
}): InitialPasswords {
  /** In the order they were made. */
  const generated = new Set<string>();

  return {
    generate(db, actor) {
      const { initialPassword, name } = requireOrganisation(db);
      if (initialPassword === 'admin') throw new AppError('password.admin_sets');
      // Whose it will be isn't known yet; what is known of every person here mustn't be in it.
      const siteNames = openSites(db).map((site) => site.name);
      const context = { email: '', displayName: '', siteNames, organisationName: name };
      const password = generatePassword(deps, context);
      generated.add(mark(actor, password));
      for (const oldest of generated) {
        if (generated.size <= remembered) break;
        generated.delete(oldest);
      }
      return password;
    },

    require(db, actor, password) {
      if (requireOrganisation(db).initialPassword !== 'generated') return;
      if (!generated.has(mark(actor, password))) throw new AppError('password.generated_only');
    },
  };
}

/** What a session was given. A stranger's memory dump tells no password by it: 76 bits aren't guessed back. */
function mark({ sessionId }: Actor, password: string): string {
  return createHash('sha256')
    .update(`${sessionId} ${normalisePassword(password)}`)
    .digest('hex');
}
