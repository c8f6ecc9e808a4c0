/** Crockford's base 32: no I, L, O, U. Five bits a character, read out loud in groups of four. */
export const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** As dialogs, mails and paper show it: `7K3Q-M0ZD-4XWB`. */
export function formatCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code;
}

/**
 * What a person typed → the code of that many characters, or `null` when it can't be one. Forgives case, blanks, dashes,
 * O for 0, I and L for 1.
 */
export function readCode(typed: string, length: number): string | null {
  const code = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return code.length === length && [...code].every((letter) => codeAlphabet.includes(letter)) ? code : null;
}
