/** Seven days are 168 hours in UTC (product.md §5), not seven calendar days. */
export const invitationMs = 168 * 3_600_000;

export type InvitationState = 'pending' | 'accepted' | 'expired' | 'removed';

export interface InvitationFacts {
  /** UTC ms. */
  expiresAt: number;
  acceptedAt: number | null;
  removedAt: number | null;
}

/** Derived, never stored. Expired from the very millisecond of `expiresAt` on (RFC 7519 §4.1.4: "on or after"). */
export function invitationState(facts: InvitationFacts, now: number): InvitationState {
  if (facts.removedAt !== null) return 'removed';
  if (facts.acceptedAt !== null) return 'accepted';
  return now >= facts.expiresAt ? 'expired' : 'pending';
}

/** Crockford's base 32: no I, L, O, U. Twelve characters are 60 bits, read out loud in three groups of four. */
export const codeAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
export const codeLength = 12;

/** As the dialog, the mail and the slip show it: `7K3Q-M0ZD-4XWB`. */
export function formatCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? code;
}

/** What a person typed → the code, or `null` when it can't be one. Forgives case, blanks, dashes, O for 0, I and L for 1. */
export function parseCode(typed: string): string | null {
  const code = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return code.length === codeLength && [...code].every((letter) => codeAlphabet.includes(letter))
    ? code
    : null;
}

const linkPrefix = 'atrium-desk://invitation/';

export function invitationLink(token: string): string {
  return `${linkPrefix}${token}`;
}

/** The token of a pasted link, or `null`. */
export function parseLink(typed: string): string | null {
  const text = typed.trim();
  if (!text.toLowerCase().startsWith(linkPrefix)) return null;
  const token = text.slice(linkPrefix.length).replace(/\/$/, '');
  return /^[A-Za-z0-9_-]{22,128}$/.test(token) ? token : null;
}
