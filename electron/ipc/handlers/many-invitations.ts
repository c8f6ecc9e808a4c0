import type { manyInvitationsContract } from '../../../core/contract/many-invitations';
import { csvText } from '../../../core/domain/csv';
import type { Services } from '../../../core/services/create-services';
import { type HandlersOf, signedIn } from '../request-context';
import type { WindowOperations } from '../window-operations';

interface Parts {
  invitations: Services['invitations'];
  windows: Pick<WindowOperations, 'saveFile'>;
}

export function manyInvitationsHandlers({
  invitations,
  windows,
}: Parts): HandlersOf<typeof manyInvitationsContract> {
  return {
    'invitations.readList': (input) => invitations.readList(input),
    'invitations.preview': (input, context) => invitations.preview(signedIn(context).actor, input),
    'invitations.createSome': (input, context) => invitations.createSome(signedIn(context).actor, input),
    'invitations.saveList': async ({ title, columns, invitations: saved }, context) => {
      const { actor } = signedIn(context);
      const content = () => {
        invitations.noteSavedList(actor, saved.length);
        return csvText([columns, ...saved].map((row) => [row.email, row.link, row.code, row.validUntil]));
      };
      return { savedTo: await windows.saveFile(context.windowId, { title, extension: 'csv', content }) };
    },
  };
}
