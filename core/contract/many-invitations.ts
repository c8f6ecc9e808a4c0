import { z } from 'zod';
import { maxAddresses, maxTyped } from '../domain/address-list';
import type { EmailProblem } from '../errors/catalogue';
import { email, id, role, siteIds } from './fields';
import { readyInvitation } from './invitations';
import { route, sees, writes } from './route';
import { wireError } from './wire-error';

/** So many lines are written in one transaction: main is free again after a few hundredths of a second. */
export const linesPerAct = 25;

/** A file of addresses may have so many bytes. */
export const maxListBytes = 1024 * 1024;

const typed = z.string().max(maxTyped);
const emailProblem = z.enum([
  'empty',
  'too_long',
  'at_sign',
  'local_part',
  'domain',
  'invisible',
] satisfies EmailProblem[]);

/** What would come of one line. `email`: as stored, where the address is known. */
export const previewLine = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('new') }),
  z.strictObject({
    outcome: z.literal('resend'),
    invitationId: id,
    email: z.string(),
    /** A pending one keeps its role and sites; an expired one is replaced, with those chosen now. */
    expired: z.boolean(),
    /** As it was sent. */
    role,
    siteNames: z.array(z.string()),
    /** From what is chosen now. */
    differs: z.boolean(),
  }),
  z.strictObject({ outcome: z.literal('reactivation'), email: z.string(), displayName: z.string() }),
  z.strictObject({
    outcome: z.literal('alreadyActive'),
    userId: id,
    email: z.string(),
    displayName: z.string(),
  }),
  z.strictObject({ outcome: z.literal('invalid'), problem: emailProblem }),
  /** `of`: index of the line that has the address first. */
  z.strictObject({ outcome: z.literal('duplicate'), of: z.number().int().nonnegative() }),
  z.strictObject({ outcome: z.literal('noSeat') }),
  /** Out of a Site-Admin's reach. Whose it is, and whether active, inactive or invited, stays untold. */
  z.strictObject({ outcome: z.literal('unavailable') }),
]);
export type PreviewLine = z.infer<typeof previewLine>;

/** One line with what was decided for it: when the world has changed since, it is refused. */
const decidedLine = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('invite'), email, reactivation: z.boolean() }),
  z.strictObject({ act: z.literal('resend'), invitationId: id }),
]);
export type DecidedLine = z.infer<typeof decidedLine>;

const doneLine = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), ready: readyInvitation }),
  z.strictObject({ ok: z.literal(false), error: wireError }),
]);
export type DoneLine = z.infer<typeof doneLine>;

const cell = z.string().max(maxTyped);
const savedRow = z.strictObject({ email: cell, link: cell, code: cell, validUntil: cell });

export const manyInvitationsContract = {
  /**
   * The addresses in the text of a CSV file: of the column headed e-mail, else of the one that holds most addresses.
   * Errors: `list.no_addresses`, `list.too_long`.
   */
  'invitations.readList': route(
    sees('invitation.create'),
    z.strictObject({ text: z.string().max(maxListBytes) }),
    z.strictObject({ addresses: z.array(typed) }),
    { maxBytes: 4 * maxListBytes },
  ),
  /**
   * What would come of each line, in order, were it sent now. `seats`: what is used of the licence, when it leaves a line
   * without a seat. Errors: `role.*`, `site.*`, `access.denied`, `licence.read_only`.
   */
  'invitations.preview': route(
    sees('invitation.create'),
    z.strictObject({ role, siteIds, addresses: z.array(typed).min(1).max(maxAddresses) }),
    z.strictObject({
      lines: z.array(previewLine),
      seats: z.strictObject({ used: z.number().int(), limit: z.number().int(), tier: z.string() }).nullable(),
    }),
    { maxBytes: maxListBytes },
  ),
  /**
   * Some lines of a list in one transaction; a refused one leaves no trace and the others stand. Answers line by line.
   * Errors of all: `role.*`, `site.*`, `licence.read_only`; of a line: those of `invitations.create` and
   * `invitations.resend`, and `invitation.changed_meanwhile`.
   */
  'invitations.createSome': route(
    writes('invitation.create'),
    z.strictObject({ role, siteIds, lines: z.array(decidedLine).min(1).max(linesPerAct) }),
    z.strictObject({ lines: z.array(doneLine) }),
  ),
  /**
   * Writes links and codes as a CSV where the person says. `savedTo: null`: they left the dialog. `columns` head it, in the
   * person's language. Errors: `file.not_saved`.
   */
  'invitations.saveList': route(
    writes('invitation.create'),
    z.strictObject({
      title: z.string().min(1).max(200),
      columns: savedRow,
      invitations: z.array(savedRow).min(1).max(maxAddresses),
    }),
    z.strictObject({ savedTo: z.string().nullable() }),
    { maxBytes: 2 * maxListBytes },
  ),
};
