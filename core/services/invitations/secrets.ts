import { codeAlphabet, formatCode } from '../../domain/code';
import { codeLength, invitationLink, invitationMs, parseCode, parseLink } from '../../domain/invitation';
import type { Random } from '../../ports';
import { randomText } from '../credentials/random-text';
import { newToken, secretHash } from '../sessions/tokens';
import type { StoredSecrets } from './invitation-rows';

/** What is shown once. */
export interface ShownSecrets {
  link: string;
  code: string;
}

/** A new link and a new code, good for seven days from now. */
export function newSecrets(random: Random, now: number): { shown: ShownSecrets; stored: StoredSecrets } {
  const token = newToken(random);
  const { code, codeHash } = newCode(random);
  return {
    shown: { link: invitationLink(token), code },
    stored: {
      tokenHash: secretHash(token),
      codeHash,
      sentAt: now,
      expiresAt: now + invitationMs,
    },
  };
}

/** A code as it is shown, and the hash it is stored under. */
export function newCode(random: Random): { code: string; codeHash: string } {
  const code = randomText(random, codeAlphabet, codeLength);
  return { code: formatCode(code), codeHash: secretHash(code) };
}

/** The hash a typed code or a pasted link would be stored under; `null` when it can be neither. */
export function typedSecretHash(typed: string): string | null {
  const secret = parseLink(typed) ?? parseCode(typed);
  return secret === null ? null : secretHash(secret);
}
