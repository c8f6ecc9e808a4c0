import Mustache from 'mustache';
import type { Language } from '../../contract/fields';
import type { ReadDb } from '../../db/types';
import { hasAllSites } from '../../domain/role';
import type { LetterKind, MailTemplates } from '../../ports';
import { type InvitationFacts, sitesOfInvitation } from '../invitations/invitation-rows';
import { requireOrganisation } from '../organisation/organisation-rows';
import { readUser } from '../users/user-rows';
import type { MailSecrets } from './message-rows';

/** The words of a mail. */
export interface LetterText {
  subject: string;
  text: string;
  html: string;
}

type View = Record<string, string | boolean | null>;

/** The mail to an invited person, in that language. `brief`: without the sites, which may be many. */
export function invitationLetter(
  db: ReadDb,
  templates: MailTemplates,
  language: Language,
  mail: { invitation: InvitationFacts; secrets: MailSecrets; brief?: boolean },
): LetterText {
  const { invitation, secrets, brief = false } = mail;
  const { name: organisation, roleModel } = requireOrganisation(db);
  const words = templates.words(language);
  const sites = sitesOfInvitation(db, invitation.id).map((site) => site.name);
  const kind = invitation.reactivatesUserId === null ? 'invitation' : 'reactivation';
  const former =
    invitation.reactivatesUserId === null ? undefined : readUser(db, invitation.reactivatesUserId);
  return fill(templates, language, kind, {
    organisation,
    role: words.roles[roleModel][invitation.role],
    sites: brief ? null : hasAllSites(invitation.role) ? words.organizationWide : listed(sites, language),
    severalSites: sites.length > 1,
    inviter: readUser(db, invitation.inviterId)?.displayName ?? organisation,
    name: former?.displayName ?? null,
    validUntil: formatMoment(invitation.expiresAt, language),
    ...secrets,
  });
}

/** The mail Settings → Mail sends to see whether it works. */
export function testLetter(
  db: ReadDb,
  templates: MailTemplates,
  language: Language,
  { name, host, now }: { name: string; host: string; now: number },
): LetterText {
  const { name: organisation } = requireOrganisation(db);
  return fill(templates, language, 'test', { organisation, name, host, sentAt: formatMoment(now, language) });
}

/** The parts are as whole as their templates are; names in the HTML part are escaped by mustache, plain text stays plain. */
function fill(templates: MailTemplates, language: Language, kind: LetterKind, view: View): LetterText {
  const plain = (part: 'subject' | 'text') =>
    Mustache.render(templates.read(language, kind, part), view, undefined, { escape: String });
  const subject = plain('subject').trim();
  const { frame, ...partials } = templates.html(language, kind);
  return {
    subject,
    text: plain('text'),
    html: Mustache.render(frame, { ...view, language, subject }, partials),
  };
}

/** Date and time of this computer's place, with its time zone: the reader may be in another. English is British. */
export function formatMoment(at: number, language: Language): string {
  const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
  const time = { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' } as const;
  return new Intl.DateTimeFormat(locales[language], { ...day, ...time }).format(at);
}

function listed(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(locales[language], { type: 'conjunction' }).format(names);
}

const locales: Record<Language, string> = { en: 'en-GB', de: 'de-DE' };
