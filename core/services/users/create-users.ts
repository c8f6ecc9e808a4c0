import type { ParsedInput } from '../../contract';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';
import type { OwnPassword } from '../sessions/own-password';
import { emailChange } from './change-email';
import { userCreation } from './create-user';
import { userDeactivation } from './deactivate-user';
import { deactivationForecast } from './deactivation-preview';
import { userDeletion } from './delete-user';
import { userDetails } from './get-user';
import { userReactivation } from './reactivate-user';
import { passwordReset } from './reset-password';
import { endDateSetting } from './set-end-date';
import { changeUndoing } from './undo/undo-change';
import { userUpdate } from './update-user';
import { userHistory } from './user-history';

/** What administrators do with accounts: one use case per file. Writes `user` and `user_site`. */
export function createUsers(deps: UseCaseDeps & { ownPassword: OwnPassword }) {
  const { db, initialPasswords } = deps;
  return {
    get: userDetails(deps),
    create: userCreation(deps),
    update: userUpdate(deps),
    resetPassword: passwordReset(deps),
    deactivate: userDeactivation(deps),
    reactivate: userReactivation(deps),
    deactivationPreview: deactivationForecast(deps),
    changeEmail: emailChange(deps),
    setEndDate: endDateSetting(deps),
    delete: userDeletion(deps),
    undo: changeUndoing(deps),
    history: userHistory(deps),

    /** A random password that fits the policy, not stored. Whose it will be isn't known yet. Error: `password.admin_sets`. */
    generatePassword(actor: Actor, _input: ParsedInput<'users.generatePassword'>): { password: string } {
      return { password: initialPasswords.generate(db, actor) };
    },
  };
}
