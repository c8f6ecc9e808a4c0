import type { CreateOrganisation } from '../../contract/setup';
import { normalisePassword } from '../../domain/password';
import { AppError } from '../../errors/app-error';
import { personal } from '../audit-log/personal';
import { setOwnPassword } from '../credentials/credential-rows';
import { passwordContext, requirePassword } from '../credentials/password-rules';
import type { UseCaseDeps } from '../deps';
import { insertOrganisation, readOrganisation } from '../organisation/organisation-rows';
import { insertSite } from '../sites/site-rows';
import { insertUser, requireEmail } from '../users/user-rows';

type Deps = Pick<UseCaseDeps, 'db' | 'ids' | 'hasher' | 'directory' | 'announce' | 'commonPasswords'>;

/** The first run. */
export function createSetup({ db, ids, hasher, directory, announce, commonPasswords }: Deps) {
  return {
    /**
     * Organisation, first site and first Tenant-Admin, whose password is their own, in one transaction.
     * Errors: `setup.already_done`, `email.*`, `password.*`.
     */
    async create(input: CreateOrganisation): Promise<{ userId: string }> {
      requireNoOrganisation();
      const email = requireEmail(input.email);
      const hash = await hasher.hash(normalisePassword(input.password));
      const userId = ids.next();
      return db.write(userId, (tx) => {
        requireNoOrganisation();
        const { organisationName, roleModel, displayName } = input;
        const organisationId = tx.newId();
        insertOrganisation(tx, { id: organisationId, name: organisationName, roleModel, createdAt: tx.now });
        // Before the entries that name them as who did it.
        insertUser(tx, { id: userId, email, displayName, role: 'tenant_admin' });
        tx.audit({
          action: 'organisation.create',
          subject: { type: 'organisation', id: organisationId },
          data: { name: organisationName, roleModel },
        });
        insertSite(tx, { id: tx.newId(), name: input.siteName });
        const person = { email: email.address, displayName, role: 'tenant_admin' as const, siteNames: [] };
        requirePassword(input.password, passwordContext(tx, person), commonPasswords);
        setOwnPassword(tx, userId, hash);
        tx.audit({
          action: 'user.create',
          subject: { type: 'user', id: userId },
          data: {
            email: personal(userId, email.address),
            displayName: personal(userId, displayName),
            role: person.role,
            sites: [],
            by: 'setup',
          },
        });
        directory.refreshUser(tx, userId);
        tx.afterCommit(() => {
          announce({ kind: 'organisation' });
          announce({ kind: 'sites' });
          announce({ kind: 'directory' });
        });
        return { userId };
      });
    },
  };

  function requireNoOrganisation(): void {
    if (readOrganisation(db) !== null) throw new AppError('setup.already_done');
  }
}
