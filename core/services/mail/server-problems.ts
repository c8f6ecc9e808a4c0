import type { MailProblem } from '../../contract/mail';

/** Problems of the server itself, not of one mail: whoever's turn is next would meet them too. */
export const serverProblems: readonly MailProblem[] = [
  'unreachable',
  'timeout',
  'untrusted',
  'no_tls',
  'sign_in',
  'password_unreadable',
];
