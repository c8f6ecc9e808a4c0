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
  const code = randomText(random, codeAlphabet, codeLength);
  return {
    shown: { link: invitationLink(token), code: formatCode(code) },
    stored: {
      tokenHash: secretHash(token),
      codeHash: secretHash(code),
      sentAt: now,
      expiresAt: now + invitationMs,
    },
  };
}

/** The hash a typed code or a pasted link would be stored under; `null` when it can be neither. */
export function typedSecretHash(typed: string): string | null {
  const secret = parseLink(typed) ?? parseCode(typed);
  return secret === null ? null : secretHash(secret);
}
