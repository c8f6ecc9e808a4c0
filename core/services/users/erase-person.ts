import { eq } from 'drizzle-orm';
import { preference, userActivity } from '../../db/schema';
import type { Tx } from '../../db/types';
import { eraseCredential } from '../credentials/credential-rows';
import type { UseCaseDeps } from '../deps';
import { accountSubject, clearFailures } from '../sessions/back-off';
import { patchUser, type UserFacts } from './user-rows';
import { setUserSites } from './user-sites';

/**
 * Takes all there is of a person but their sessions and invitations, which are their own services'. The row becomes an
 * anonymous tombstone: other desks must learn that it is gone.
 */
export function erasePerson(
  tx: Tx,
  { db, directory }: Pick<UseCaseDeps, 'db' | 'directory'>,
  { id, emailKey }: UserFacts,
): void {
  for (const address of [emailKey, ...earlierAddresses(tx, id)]) {
    clearFailures(tx, accountSubject(db.deskId, address));
  }
  setUserSites(tx, id, []);
  eraseCredential(tx, id);
  patchUser(tx, id, {
    email: '',
    emailKey: '',
    displayName: '',
    status: 'inactive',
    role: null,
    leavesAt: null,
  });
  tx.remove('user', id);
  tx.local.delete(preference).where(eq(preference.userId, id)).run();
  tx.local.delete(userActivity).where(eq(userActivity.userId, id)).run();
  directory.refreshUser(tx, id);
  tx.erasePersonal(id);
}

/** What change log and audit still know: somebody may have tried to sign in with one since. */
function earlierAddresses(tx: Tx, id: string): string[] {
  return tx
    .column<string>("select value from personal_value where person_id = ? and instr(value, '@') > 0")
    .all(id);
}
