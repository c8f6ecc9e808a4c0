import type { SMTPError } from 'nodemailer/lib/smtp-connection';
import type { MailProblem } from '../../../core/contract/mail';
import { MailFailure } from '../../../core/services/mail/mail-failure';

/** What Node's TLS calls a certificate it doesn't trust (OpenSSL's verification codes), and our own for one that isn't the kept one. */
const distrust =
  /^(CERT_|DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT|UNABLE_TO_(GET_ISSUER|VERIFY_LEAF)|ERR_TLS_CERT_ALTNAME_INVALID|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH_EXCEEDED|INVALID_PURPOSE|ATRIUM_OTHER_CERTIFICATE)/;

/** Told by codes and replies, never by the text of a message. `phase`: whether a mail was under way. */
export function mailFailure(error: unknown, phase: 'connecting' | 'sending'): MailFailure {
  if (error instanceof MailFailure) return error;
  const failure = error as Partial<SMTPError>;
  const words = failure.response ?? (failure.message || failure.originalCode || failure.code || '');
  // Newer Node adds advice for people at a command line: behind a semicolon.
  const [said = ''] = failure.response === undefined ? words.split('; ') : [words];
  return new MailFailure(problemOf(failure, phase), said, { cause: error });
}

function problemOf(error: Partial<SMTPError>, phase: 'connecting' | 'sending'): MailProblem {
  const { code = '', originalCode = '', command = '', responseCode = 0 } = error;
  if (distrust.test(originalCode) || distrust.test(code)) return 'untrusted';
  if (code === 'ETIMEDOUT' || originalCode === 'ETIMEDOUT') return 'timeout';
  const permanent = responseCode >= 500;
  // RFC 4954 §6: 530 asks for signing in, 534, 535 and 538 refuse it as it was done. A 454 is a passing trouble.
  if (responseCode === 530 || (code === 'EAUTH' && (permanent || responseCode === 0))) return 'sign_in';
  const upgrading = command === 'STARTTLS' || command === 'EHLO';
  if (phase === 'connecting') return upgrading && permanent ? 'no_tls' : 'unreachable';
  // 503 is about the order of commands, not about the mail.
  if (permanent && responseCode !== 503) return 'refused';
  return responseCode >= 400 ? 'deferred' : 'unreachable';
}
