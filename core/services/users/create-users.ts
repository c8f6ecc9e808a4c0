import type { ParsedInput } from '../../contract';
import type { Actor } from '../actor';
import { generatePassword } from '../credentials/generate-password';
import type { UseCaseDeps } from '../deps';
import { requireOrganisation } from '../organisation/organisation-rows';
import type { OwnPassword } from '../sessions/own-password';
import { openSites } from '../sites/site-rows';
import { userCreation } from './create-user';
import { userDeactivation } from './deactivate-user';
import { userDetails } from './get-user';
import { userReactivation } from './reactivate-user';
import { passwordReset } from './reset-password';
import { userUpdate } from './update-user';

/** What administrators do with accounts: one use case per file. Writes `user` and `user_site`. */
export function createUsers(deps: UseCaseDeps & { ownPassword: OwnPassword }) {
  const { db, random } = deps;
  return {
    get: userDetails(deps),
    create: userCreation(deps),
    update: userUpdate(deps),
    resetPassword: passwordReset(deps),
    deactivate: userDeactivation(deps),
    reactivate: userReactivation(deps),

    /** A random password that fits the policy, not stored. Whose it will be isn't known yet. */
    generatePassword(_actor: Actor, _input: ParsedInput<'users.generatePassword'>): { password: string } {
      const context = {
        email: '',
        displayName: '',
        siteNames: openSites(db).map((site) => site.name),
        organisationName: requireOrganisation(db).name,
      };
      return { password: generatePassword(random, context) };
    },
  };
}
