import { fold } from './text';

/** Atrium's policy (product.md §4): length only, no composition rules; Unicode and spaces allowed. */
export const passwordLength = { minimum: 10, maximum: 1000 } as const;

export type PasswordProblem =
  | { code: 'password.too_short'; data: { minimum: number } }
  | { code: 'password.too_long'; data: { maximum: number } }
  | { code: 'password.contains_context'; data: { word: string } };

/** Words a password must not contain: parts of the person's address and name, of sites and the organisation. */
export interface PasswordContext {
  email: string;
  displayName: string;
  siteNames: readonly string[];
  organisationName: string;
}

/** NFC before hashing, never truncated. */
export function normalisePassword(typed: string): string {
  return typed.normalize('NFC');
}

/** Characters as a person counts them: code points after NFC. */
function lengthOf(password: string): number {
  return [...password].length;
}

/** The first broken rule, or `null`. Whether it is the previous one is known to main only. */
export function passwordProblem(typed: string, context?: PasswordContext): PasswordProblem | null {
  const password = normalisePassword(typed);
  const length = lengthOf(password);
  if (length < passwordLength.minimum)
    return { code: 'password.too_short', data: { minimum: passwordLength.minimum } };
  if (length > passwordLength.maximum)
    return { code: 'password.too_long', data: { maximum: passwordLength.maximum } };
  if (context !== undefined) {
    const folded = fold(password);
    const word = contextWords(context).find((part) => folded.includes(fold(part)));
    if (word !== undefined) return { code: 'password.contains_context', data: { word } };
  }
  return null;
}

/** Every part of four or more characters. The top-level domain is no part worth refusing ("info", "example"). */
function contextWords(context: PasswordContext): string[] {
  const at = context.email.lastIndexOf('@');
  const local = at < 0 ? context.email : context.email.slice(0, at);
  const domain =
    at < 0
      ? ''
      : context.email
          .slice(at + 1)
          .split('.')
          .slice(0, -1)
          .join('.');
  return (
    [local, domain, context.displayName, context.organisationName, ...context.siteNames]
      .flatMap((text) => text.split(/[^\p{L}\p{M}\p{N}]+/u))
      // What folding leaves nothing of would be found in every password.
      .filter((part) => [...part].length >= 4 && fold(part) !== '')
  );
}
