import { readCode } from './code';

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

/** Twelve characters are 60 bits. */
export const codeLength = 12;

export function parseCode(typed: string): string | null {
  return readCode(typed, codeLength);
}

/** The app's own, registered by the packaged app. */
export const linkScheme = 'atrium-desk';
const linkPrefix = `${linkScheme}://invitation/`;

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
