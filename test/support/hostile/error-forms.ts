import { z } from 'zod';
import { certificate, mailProblem } from '../../../core/contract/mail';
import { roles } from '../../../core/domain/role';
import { undoRefusals } from '../../../core/domain/undo';
import { visitStates } from '../../../core/domain/visit';
import type { ErrorCode, ErrorData } from '../../../core/errors/catalogue';
import texts from '../../../renderer/i18n/locales/en/errors.json' with { type: 'json' };

/** Codes whose text needs facts; the others carry none. */
type Telling = {
  [C in ErrorCode]: ErrorData[C] extends Record<string, never> ? never : C;
}[ErrorCode];

const text = z.string();
const count = z.number().int().nonnegative();
const moment = z.number().int();
const path = z.strictObject({ path: text });
const folder = z.strictObject({ folder: text });
const usage = z.strictObject({ used: count, limit: count, tier: text });
const person = z.strictObject({ name: text });
const known = z.strictObject({ userId: text, email: text });
const invited = z.strictObject({ invitationId: text, email: text });

/** What the data of each error looks like. One that is missing, or doesn't fit the catalogue, doesn't compile. */
const telling: { [C in Telling]: z.ZodType<ErrorData[C]> } = {
  'app.too_many_windows': z.strictObject({ limit: count }),
  'request.malformed': z.strictObject({
    fields: z
      .array(z.strictObject({ path: text, rule: text }))
      .min(1)
      .max(50),
  }),
  'request.too_large': z.strictObject({ limitBytes: count }),
  'request.failed': z.strictObject({ id: text }),
  'access.denied': z.strictObject({ resource: text, action: text }),
  'database.corrupt': path,
  'database.newer': z.strictObject({ path: text, found: count, known: count }),
  'database.key_missing': path,
  'database.key_wrong': path,
  'database.in_use': path,
  'database.unreadable': path,
  'database.no_room': path,
  'database.no_room_first': path,
  'database.not_backed_up': path,
  'database.read_only': path,
  'email.invalid': z.strictObject({
    reason: z.enum(['empty', 'too_long', 'at_sign', 'local_part', 'domain', 'invisible']),
  }),
  'name.invalid': z.strictObject({ reason: z.enum(['empty', 'too_long', 'invisible']) }),
  'password.too_short': z.strictObject({ minimum: count }),
  'password.too_long': z.strictObject({ maximum: count }),
  'password.contains_context': z.strictObject({ word: text }),
  'role.not_available': z.strictObject({ role: z.enum(roles) }),
  'user.email_taken': known,
  'user.email_inactive': known,
  'user.email_invited': invited,
  'user.changed_meanwhile': z.strictObject({
    fields: z.array(
      z.strictObject({
        field: z.enum(['displayName', 'email', 'role', 'sites', 'status', 'leavesAt']),
        current: text,
      }),
    ),
  }),
  'user.already_inactive': person,
  'user.already_active': person,
  'user.inactive': person,
  'user.last_admin': person,
  'user.self': z.strictObject({
    act: z.enum(['deactivate', 'demote', 'raise', 'reset', 'delete', 'endDate']),
  }),
  'user.undo_refused': z.strictObject({ name: text, reason: z.enum(undoRefusals) }),
  'user.beyond_delegation': person,
  'organisation.two_roles_refused': z.strictObject({ people: count, invitations: count }),
  'recovery.wait': z.strictObject({ waitSeconds: count }),
  'key.recovery_length': z.strictObject({ letters: count }),
  'key.recovery_letter': z.strictObject({ letter: text, line: z.number().int().min(1).max(4) }),
  'key.recovery_line': z.strictObject({ line: z.number().int().min(1).max(4) }),
  'key.wait': z.strictObject({ waitSeconds: count }),
  'licence.foreign': z.strictObject({ customer: text }),
  'licence.expired': z.strictObject({ validUntil: moment }),
  'licence.users': usage,
  'licence.sites': usage,
  'licence.check_ins': usage,
  'licence.read_only': z.strictObject({ validUntil: moment }),
  'mail.untrusted': z.strictObject({ certificate, detail: text }),
  'mail.failed': z.strictObject({ problem: mailProblem, detail: text }),
  'visit.state': z.strictObject({ state: z.enum(visitStates) }),
  'invitation.email_active': known,
  'invitation.already_pending': invited,
  'invitation.accepted': z.strictObject({ email: text }),
  'invitation.wait': z.strictObject({ waitSeconds: count }),
  'invitation.site_closed': z.strictObject({ site: text }),
  'list.too_long': z.strictObject({ lines: count, maximum: count }),
  'list.no_seats': z.strictObject({ lines: count, used: count, limit: count, tier: text }),
  'backup.disk_full': z.strictObject({ folder: text, needed: count }),
  'backup.folder_missing': folder,
  'backup.folder_unwritable': folder,
  'restore.wait': z.strictObject({ waitSeconds: count }),
  'restore.newer': z.strictObject({ found: count, known: count }),
  'site.archived': person,
  'site.name_taken': person,
  'site.last_open': person,
  'site.changed_meanwhile': person,
  'site.only_site_of': z.strictObject({ name: text, people: count }),
  'site.has_invitations': z.strictObject({ name: text, invitations: count }),
};

const nothing = z.strictObject({});

/** The form of an error by its code; `null`: no such error, which is what an error without a text is. */
export function formOf(code: string): z.ZodType | null {
  if (Object.hasOwn(telling, code)) return (telling as Record<string, z.ZodType>)[code] ?? null;
  return hasText(code) ? nothing : null;
}

/** i18next keeps a plural as several texts. */
function hasText(code: string): boolean {
  return Object.hasOwn(texts, code) || Object.hasOwn(texts, `${code}_other`);
}
