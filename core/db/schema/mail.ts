import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { mailSecurities, mailStates } from '../../domain/mail';
import { idColumn, timestamp, version } from './columns';
import { invitation } from './invitation';

/** One row: the mail server of this desk; no row: it sends no mail. Local to the desk, like the keychain that seals the password. */
export const mailSettings = sqliteTable(
  'mail_settings',
  {
    id: integer('id', { mode: 'number' }).primaryKey(),
    host: text('host').notNull(),
    port: integer('port', { mode: 'number' }).notNull(),
    security: text('security', { enum: mailSecurities }).notNull(),
    /** Empty: the server asks for none. */
    userName: text('user_name').notNull(),
    /** Sealed by the platform's keychain (core/ports, Vault); `null`: none was given. */
    sealedPassword: text('sealed_password'),
    fromAddress: text('from_address').notNull(),
    /** Of the mails to invited people. */
    language: text('language', { enum: ['en', 'de'] }).notNull(),
    /** PEM of the one certificate somebody chose to trust; `null`: the system's own rules. */
    trustedCertificate: text('trusted_certificate'),
    version: version(),
  },
  (table) => [check('mail_settings_security', sql`${table.security} in ('none', 'starttls', 'tls')`)],
);

/** The outbox: one mail per row, at most one per invitation. Local to the desk that sends it. */
export const mailMessage = sqliteTable(
  'mail_message',
  {
    id: idColumn(),
    invitationId: text('invitation_id')
      .notNull()
      .references(() => invitation.id),
    state: text('state', { enum: mailStates }).notNull(),
    language: text('language', { enum: ['en', 'de'] }).notNull(),
    /**
     * The two secrets the mail is written with when its turn comes, JSON `{link, code}`; `null` as soon as they aren't needed any
     * more (sent, removed, resent, expired).
     */
    secrets: text('secrets'),
    /** RFC 5322 Message-ID: the same at every try, so that a mail delivered twice can be told. */
    messageId: text('message_id').notNull(),
    attempts: integer('attempts', { mode: 'number' }).notNull(),
    /** Set while queued: not before then. */
    nextAttemptAt: timestamp('next_attempt_at'),
    /** Set just before the last byte goes out, taken back when the server refuses: found at a start, nobody heard the answer. */
    handedOverAt: timestamp('handed_over_at'),
    /** What went wrong last: a kind the app has words for, and the server's own. */
    problem: text('problem'),
    problemDetail: text('problem_detail'),
    createdAt: timestamp('created_at').notNull(),
    sentAt: timestamp('sent_at'),
  },
  (table) => [
    index('mail_message_by_invitation').on(table.invitationId),
    // What is due, and how many wait.
    index('mail_message_due').on(table.nextAttemptAt).where(sql`${table.state} = 'queued'`),
    // What somebody has to look at.
    index('mail_message_failed').on(table.createdAt).where(sql`${table.state} in ('failed', 'unconfirmed')`),
    check(
      'mail_message_state',
      sql`${table.state} in ('queued', 'sent', 'unconfirmed', 'failed', 'expired')`,
    ),
    check(
      'mail_message_queued_is_due',
      sql`(${table.state} = 'queued') = (${table.nextAttemptAt} is not null)`,
    ),
  ],
);
