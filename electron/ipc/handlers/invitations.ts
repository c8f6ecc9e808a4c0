import type { invitationsContract } from '../../../core/contract/invitations';
import type { Services } from '../../../core/services/create-services';
import { mailtoUrl } from '../../../core/services/mail/mailto';
import { type HandlersOf, signedIn } from '../request-context';
import type { WindowOperations } from '../window-operations';

type Parts = Pick<Services, 'directory' | 'invitations' | 'mail'> & {
  windows: Pick<WindowOperations, 'saveFile' | 'openMail'>;
};

export function invitationsHandlers(parts: Parts): HandlersOf<typeof invitationsContract> {
  const { directory, invitations, mail, windows } = parts;
  return {
    'invitations.overTime': (_input, context) => directory.overTime(signedIn(context).actor),
    'invitations.expiring': (_input, context) => directory.expiring(signedIn(context).actor),
    'invitations.create': (input, context) => invitations.create(signedIn(context).actor, input),
    'invitations.resend': (input, context) => invitations.resend(signedIn(context).actor, input),
    'invitations.remove': (input, context) => invitations.remove(signedIn(context).actor, input),
    'invitations.renewCode': (input, context) => invitations.renewCode(signedIn(context).actor, input),
    'invitations.delivery': (input, context) => mail.delivery(signedIn(context).actor, input),
    'invitations.sendNow': (input, context) => mail.sendNow(signedIn(context).actor, input),
    'invitations.saveMail': async (input, context) => {
      const { to: title, content } = await mail.file(signedIn(context).actor, input);
      const file = { title, extension: 'eml', content: () => content } as const;
      return { savedTo: await windows.saveFile(context.windowId, file) };
    },
    'invitations.openMail': async (input, context) => {
      await windows.openMail(mailtoUrl(mail.shown(signedIn(context).actor, input)));
      return {};
    },
    'invitations.lookUp': (input) => invitations.lookUp(input),
    'invitations.accept': (input) => invitations.accept(input),
  };
}
