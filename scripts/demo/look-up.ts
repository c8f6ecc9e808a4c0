import type { Database } from '../../core/db/types';
import { parseEmail } from '../../core/domain/email';
import { openSites } from '../../core/services/sites/site-rows';
import { findByEmailKey } from '../../core/services/users/user-rows';

/** Ids by the names people go by, asked of the database once each. */
export function createLookUp(db: Database) {
  return {
    user: remember((email) => {
      const parsed = parseEmail(email);
      return parsed.ok ? findByEmailKey(db, parsed.email.key)?.id : undefined;
    }),
    site: remember((name) => openSites(db).find((site) => site.name === name)?.id),
  };
}

export type LookUp = ReturnType<typeof createLookUp>;

function remember(find: (name: string) => string | undefined): (name: string) => string {
  const known = new Map<string, string>();
  return (name) => {
    const id = known.get(name) ?? find(name);
    if (id === undefined) throw new Error(`The history speaks of ${name} too early`);
    known.set(name, id);
    return id;
  };
}
