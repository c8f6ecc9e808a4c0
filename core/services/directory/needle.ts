import { fold } from '../../domain/text';

/** Every word of the indexed text stands behind two blanks, and so do those of a needle but the first. */
const wordStart = '  ';

/** Letters of one trigram: what the search index goes by. */
export const trigram = 3;

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
  return words === '' ? null : words;
}

/** Too short for the search index, which knows no text below a trigram. */
export function isShort(needle: string): boolean {
  return [...needle].length < trigram;
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
