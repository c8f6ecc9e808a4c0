/**
 * Control characters, zero-width characters, bidirectional overrides and other marks nobody can see:
 * two names that look the same must be the same (edge-cases.md 3). Half a surrogate pair is no character at all: UTF-8 has
 * none, so a file would keep another text than was typed.
 */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Co}\p{Cn}\u115F\u1160\u3164\uFFA0]/u;

/** Zero-width (non-)joiners are part of the spelling in some scripts, so names may hold them between letters. */
const joinerInWord = /(?<=\p{L}\p{M}*)[\u200C\u200D](?=\p{L})/gu;

export function hasInvisible(text: string): boolean {
  return invisible.test(text);
}

export function hasInvisibleInName(text: string): boolean {
  return invisible.test(text.replace(joinerInWord, ''));
}

/** In a text that is nobody's name, such as a purpose: joiners hold emoji together. */
export function hasInvisibleInText(text: string): boolean {
  return invisible.test(text.replace(/[\u200C\u200D]/g, ''));
}

const unfolded: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
};

/**
 * The form used to search and sort: lower case, no diacritics, so "angst" finds "Ångström".
 * Applied in code to both sides, never left to SQLite, which only knows ASCII.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[ßæœøđðłþı]/g, (letter) => unfolded[letter] ?? letter);
}
