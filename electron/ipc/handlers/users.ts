import type { usersContract } from '../../../core/contract/users';
import type { Services } from '../../../core/services/create-services';
import { type HandlersOf, signedIn } from '../request-context';

export function usersHandlers({
  directory,
  users,
}: Pick<Services, 'directory' | 'users'>): HandlersOf<typeof usersContract> {
  return {
    'users.page': (input, context) => directory.page(signedIn(context).actor, input),
    'users.window': (input, context) => directory.window(signedIn(context).actor, input),
    'users.statistics': (_input, context) => directory.statistics(signedIn(context).actor),
    'users.get': (input, context) => users.get(signedIn(context).actor, input),
    'users.generatePassword': (input, context) => users.generatePassword(signedIn(context).actor, input),
    'users.create': (input, context) => users.create(signedIn(context).actor, input),
    'users.update': (input, context) => users.update(signedIn(context).actor, input),
    'users.resetPassword': (input, context) => users.resetPassword(signedIn(context).actor, input),
    'users.deactivate': (input, context) => users.deactivate(signedIn(context).actor, input),
    'users.deactivationPreview': (input, context) =>
      users.deactivationPreview(signedIn(context).actor, input),
    'users.changeEmail': (input, context) => users.changeEmail(signedIn(context).actor, input),
    'users.setEndDate': (input, context) => users.setEndDate(signedIn(context).actor, input),
    'users.undo': (input, context) => users.undo(signedIn(context).actor, input),
    'users.delete': (input, context) => users.delete(signedIn(context).actor, input),
    'users.history': (input, context) => users.history(signedIn(context).actor, input),
    'users.reactivate': (input, context) => users.reactivate(signedIn(context).actor, input),
  };
}
