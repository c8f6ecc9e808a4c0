import { z } from 'zod';
import { mailSecurities, mailStates } from '../domain/mail';
import { email, id, language, nothing, timestamp, version } from './fields';
import { route, sees, writes } from './route';

/** Why a mail didn't go: a kind the app has words for. `detail` beside it is the server's own words, or the system's. */
export const mailProblem = z.enum([
  /** No answer, name unknown, connection refused or broken off. */
  'unreachable',
  'timeout',
  /** No certificate the system or the desk trusts. */
  'untrusted',
  /** The server offers no STARTTLS. */
  'no_tls',
  /** User name or password refused, or asked for and not given. */
  'sign_in',
  /** The server refused sender, recipient or content; what it said is permanent (5xx). */
  'refused',
  /** The same, but it may take it later (4xx). */
  'deferred',
  /** The keychain can't open the kept password any more. */
  'password_unreadable',
]);
export type MailProblem = z.infer<typeof mailProblem>;

/** How the mail of one invitation stands; `null` where none was written. */
export const delivery = z.strictObject({
  state: z.enum(mailStates),
  attempts: z.number().int().min(0),
  /** Queued: not before then. */
  nextAttemptAt: timestamp.nullable(),
  sentAt: timestamp.nullable(),
  problem: mailProblem.nullable(),
  detail: z.string().nullable(),
});
export type Delivery = z.infer<typeof delivery>;

/** A server's certificate as somebody has to recognise it. */
export const certificate = z.strictObject({
  /** SHA-256, `AB:CD:…`. */
  fingerprint: z.string().max(200),
  subject: z.string(),
  issuer: z.string(),
  validFrom: timestamp,
  validUntil: timestamp,
});
export type Certificate = z.infer<typeof certificate>;

const host = z
  .string()
  .trim()
  .min(1, 'required')
  .max(253, 'mail.host')
  .regex(/^[\p{L}\p{N}._:-]+$/u, 'mail.host');

/** What Settings → Mail sends. */
export const mailServer = z.strictObject({
  host,
  port: z.number({ error: 'number' }).int('number').min(1, 'number').max(65_535, 'number'),
  security: z.enum(mailSecurities),
  /** Empty: the server asks for none. */
  userName: z.string().trim().max(320),
  fromAddress: email,
  /** Of the mails to invited people. */
  language,
});

export const mailContract = {
  /** The mail server of this desk; `server: null`: it sends no mail. */
  'mail.settings': route(
    sees('mail.read'),
    nothing,
    z.strictObject({
      /** 0 while there is none; begins at the moment one is set up. */
      version,
      server: z
        .strictObject({
          ...mailServer.shape,
          fromAddress: z.string(),
          password: z.enum(['none', 'kept', 'unreadable']),
          trusted: certificate.nullable(),
        })
        .nullable(),
      /** Where a password is kept: by the platform's keychain, or in the encrypted database where there is none. */
      vault: z.enum(['keychain', 'database']),
    }),
  ),
  /**
   * `password`: `null` keeps the one that is there. A new host, port or security forgets the trusted certificate. Errors:
   * `mail.changed_meanwhile`, `mail.plain_elsewhere` (security `none` to a host that isn't this computer), `mail.password_again`
   * (another host, and the password that is kept was given for the one before).
   */
  'mail.update': route(
    writes('mail.update'),
    z.strictObject({ version, ...mailServer.shape, password: z.string().max(1000).nullable() }),
    z.strictObject({ version }),
  ),
  /** This desk sends no more mail; what is queued waits. Error: `mail.changed_meanwhile`. */
  'mail.remove': route(writes('mail.update'), z.strictObject({ version }), z.strictObject({ version })),
  /**
   * Sends a mail to the signed-in person, at once and not through the outbox. Errors: `mail.not_set_up`, `mail.untrusted` (with
   * the certificate, to be trusted by `mail.trust`), `mail.failed` (why, and the server's words).
   */
  'mail.sendTest': route(
    writes('mail.update'),
    nothing,
    z.strictObject({ to: z.string(), response: z.string() }),
  ),
  /**
   * Trusts the certificate with this fingerprint, if the server shows it now; `null`: trusts none but by the system's rules.
   * Errors: `mail.changed_meanwhile`, `mail.other_certificate`, `mail.failed`.
   */
  'mail.trust': route(
    writes('mail.update'),
    z.strictObject({ version, fingerprint: z.string().max(200).nullable() }),
    z.strictObject({ version }),
  ),
  /** What waits and what needs somebody, for the rail and for Settings. */
  'mail.status': route(
    sees('mail.read'),
    nothing,
    z.strictObject({
      setUp: z.boolean(),
      queued: z.number().int().min(0),
      /** Failed and unconfirmed ones. */
      failed: z.number().int().min(0),
      /** Why the last try failed, while something waits for the server itself. */
      problem: mailProblem.nullable(),
      detail: z.string().nullable(),
      /** When the next try is due; `null`: nothing waits. */
      nextAttemptAt: timestamp.nullable(),
    }),
  ),
  /** Newest first; all that are kept: one per invitation that is still open. `before`: the id of the last one of the page before. */
  'mail.outbox': route(
    sees('mail.read'),
    z.strictObject({ before: id.nullable(), limit: z.number().int().min(1).max(100) }),
    z.strictObject({
      messages: z.array(
        z.strictObject({ id, invitationId: id, to: z.string(), createdAt: timestamp, ...delivery.shape }),
      ),
      more: z.boolean(),
    }),
  ),
  /** Everything queued, and everything failed that still has its secrets, is tried again now. Error: `mail.not_set_up`. */
  'mail.sendAll': route(writes('mail.update'), nothing, z.strictObject({ count: z.number().int() })),
};
