import { fold } from '../../domain/text';

/**
 * Search finds a text anywhere in name or e-mail from three letters on, and at the beginning of a word below that.
 * One trigram index serves both: every word of the indexed text stands behind two blanks, so that a word's first two
 * letters make a trigram with one blank, and its first letter one with two.
 */
const wordStart = '  ';

/** No needle holds it, so that none is found across the end of a name and the beginning of an address. */
const partEnd = '\n';

/** What the index holds for a row. The key is added where it differs from the address: a domain in ASCII. */
export function searchText(email: string, emailKey: string, displayName: string | null): string {
  const address = fold(email);
  const parts = [
    displayName === null ? '' : fold(displayName),
    address,
    emailKey === address ? '' : fold(emailKey),
  ];
  return parts.map(spaced).join(partEnd);
}

/** What to look for, as it stands in the indexed text; `null` when nothing was asked. */
export function needle(typed: string): string | null {
  const words = spaced(fold(typed)).slice(wordStart.length);
  const letters = [...words].length;
  if (letters === 0) return null;
  return letters < 3 ? wordStart.slice(letters - 1) + words : words;
}

/** An FTS5 query for the needle as one phrase; quotes are doubled, nothing else has a meaning inside them. */
export function phrase(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function spaced(text: string): string {
  return text
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => word !== '')
    .map((word) => wordStart + word)
    .join('');
}
