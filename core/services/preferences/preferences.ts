import { eq } from 'drizzle-orm';
import { type Preferences, preferences } from '../../contract/app';
import { preference } from '../../db/schema';
import type { ReadDb, Tx } from '../../db/types';

const defaults: Preferences = {
  language: null,
  theme: 'system',
  density: 'comfortable',
  usersView: 'unified',
  currentSiteId: null,
  invitationReminders: false,
};

export function readPreferences(db: ReadDb, userId: string): Preferences {
  const row = db.orm
    .select({ choices: preference.choices })
    .from(preference)
    .where(eq(preference.userId, userId))
    .get();
  if (row === undefined) return defaults;
  // Choices kept by an earlier version lack what came later.
  return preferences.parse({ ...defaults, ...(JSON.parse(row.choices) as object) });
}

/** Keys left out stay, and one sent as `undefined` is left out: a message from a window carries those. How a person likes the screen is nobody else's business: not audited. */
export function writePreferences(tx: Tx, userId: string, choices: Partial<Preferences>): Preferences {
  const chosen = Object.entries(choices).filter(([, choice]) => choice !== undefined);
  const next: Preferences = { ...readPreferences(tx, userId), ...Object.fromEntries(chosen) };
  const row = { userId, choices: JSON.stringify(next) };
  tx.local.insert(preference).values(row).onConflictDoUpdate({ target: preference.userId, set: row }).run();
  return next;
}
