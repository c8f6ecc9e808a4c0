import { siteScope } from '../../access/scope';
import type { ParsedInput } from '../../contract';
import { formatCode } from '../../domain/code';
import { invitationLink, parseCode, parseLink } from '../../domain/invitation';
import { AppError } from '../../errors/app-error';
import type { MailPorts } from '../../ports';
import type { Actor } from '../actor';
import type { ServiceDeps } from '../deps';
import { requirePending } from '../invitations/admit-secret';
import type { InvitationFacts } from '../invitations/invitation-rows';
import { requireInvitationReach } from '../invitations/require-live';
import { requireOrganisation } from '../organisation/organisation-rows';
import { invitationLetter, type LetterText } from './letters';
import { domainOf } from './message-id';
import type { MailSecrets } from './message-rows';
import { readMailSettings } from './settings-rows';

type Deps = Pick<ServiceDeps, 'db' | 'clock' | 'ids'> & Pick<MailPorts, 'transport' | 'templates'>;
type Input = ParsedInput<'invitations.saveMail'>;

/** The mail of an invitation whose secrets a window still shows, to leave by another way than the outbox. */
export interface ShownMail {
  to: string;
  letter: LetterText;
  /** The same without what can be long. */
  brief: LetterText;
  secrets: MailSecrets;
}

/** Error: `invitation.dead`, unless link and code belong to one pending invitation that the actor reaches. */
export function shownMail({ db, clock, templates }: Deps) {
  return (actor: Actor, { link, code, language }: Input): ShownMail => {
    const invitation = reachable(actor, link, code);
    const secrets = asShown(link, code);
    const written = (brief: boolean) =>
      invitationLetter(db, templates, language, { invitation, secrets, brief });
    return { to: invitation.email, letter: written(false), brief: written(true), secrets };
  };

  function reachable(actor: Actor, link: string, code: string): InvitationFacts {
    try {
      const invitation = requirePending(db, link, clock.now());
      if (requirePending(db, code, clock.now()).id !== invitation.id) throw new AppError('invitation.dead');
      const scope = siteScope(actor.role, actor.siteIds);
      requireInvitationReach(db, { scope, storedRole: actor.role }, invitation);
      return invitation;
    } catch (error) {
      throw error instanceof AppError ? new AppError('invitation.dead') : error;
    }
  }
}

/** What came back from the window has been found good; it is written as the app itself writes it all the same. */
function asShown(link: string, code: string): MailSecrets {
  const [token, letters] = [parseLink(link), parseCode(code)];
  if (token === null || letters === null) throw new AppError('invitation.dead');
  return { link: invitationLink(token), code: formatCode(letters) };
}

/** The same as a file that mail programs open as a draft. Its sender is whoever sends it, so the desk's address may be missing. */
export function mailFile(deps: Deps) {
  const { db, clock, ids, transport } = deps;
  const shown = shownMail(deps);
  return async (actor: Actor, input: Input): Promise<{ to: string; content: Uint8Array }> => {
    const { to, letter } = shown(actor, input);
    const address = readMailSettings(db)?.fromAddress ?? '';
    const content = await transport.write({
      ...letter,
      messageId: `<${ids.next()}@${domainOf(address)}>`,
      date: clock.now(),
      from: { name: requireOrganisation(db).name, address },
      to,
      draft: true,
    });
    return { to, content };
  };
}
