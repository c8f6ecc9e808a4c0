import type { ShownMail } from './shown-mail';

/** What Windows hands to a program at most is 2 083 characters; what mail programs take is little more. */
const longest = 2000;

/**
 * A mail for the computer's own mail program, to be looked at and sent there. What is too long for that leaves out the sites,
 * and at worst all but the link and the code.
 */
export function mailtoUrl({ to, letter, brief, secrets }: ShownMail): string {
  const bare = { subject: firstLetters(letter.subject, 50), text: `${secrets.code}\n\n${secrets.link}\n` };
  const [fitting] = [letter, brief, bare]
    .map((text) => urlOf(to, text))
    .filter((url) => url.length <= longest);
  return fitting ?? urlOf(to, { ...bare, subject: '' });
}

function urlOf(to: string, { subject, text }: { subject: string; text: string }): string {
  // RFC 6068 §5: lines end in CRLF.
  const body = text.replace(/\r?\n/g, '\r\n');
  return `mailto:${encodeURIComponent(to)}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}

function firstLetters(text: string, count: number): string {
  return [...text].slice(0, count).join('');
}
