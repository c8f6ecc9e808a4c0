import type { Certificate, MailProblem } from '../contract/mail';
import type { UndoRefusal } from '../domain/undo';
import type { VisitState } from '../domain/visit';

/**
 * Every error that can cross from main to a window: its code and the facts its text needs.
 * The code is the text key: `errors.<code>` exists in every language (see renderer/i18n), the
 * compiler sees to it. Data never holds a secret.
 */
export interface ErrorData {
  /** The payload doesn't match the contract; `fields` are dotted paths, `rule` names a text of `fields.*`. */
  'request.malformed': { fields: { path: string; rule: string }[] };
  'request.too_large': { limitBytes: number };
  'request.unknown_route': Record<string, never>;
  'request.foreign_sender': Record<string, never>;
  /** Something broke on our side; `id` is the reference written to the log. */
  'request.failed': { id: string };

  'access.denied': { resource: string; action: string };
  'access.session_required': Record<string, never>;
  'access.locked': Record<string, never>;
  'access.password_change_due': Record<string, never>;

  /** A start passphrase has to be given first. */
  'key.passphrase_required': Record<string, never>;
  'key.passphrase_wrong': Record<string, never>;
  /** What was typed can't be a recovery key, and where: `letters` of 60, a strange `letter`, a wrong `line` (1 to 4). */
  'key.recovery_length': { letters: number };
  'key.recovery_letter': { letter: string; line: number };
  'key.recovery_line': { line: number };
  /** A recovery key, but not this database's. */
  'key.recovery_wrong': Record<string, never>;
  'key.wait': { waitSeconds: number };
  /** The database is open: no key is asked for. */
  'key.not_asked': Record<string, never>;
  /** There is no start passphrase to take away. */
  'key.no_passphrase': Record<string, never>;

  /** The database is closed: something is being done with the app's files. */
  'app.working': Record<string, never>;
  /** Each window is a process: a page that was taken over must not be able to fill the computer with them. */
  'app.too_many_windows': { limit: number };

  'setup.already_done': Record<string, never>;
  'setup.required': Record<string, never>;

  'database.corrupt': { path: string };
  'database.newer': { path: string; found: number; known: number };
  'database.key_missing': { path: string };
  'database.key_wrong': { path: string };
  'database.in_use': { path: string };
  'database.unreadable': { path: string };
  /** A start needs a little room on the disk. */
  'database.no_room': { path: string };
  /** A new version changes the database only once it is backed up; `path`: where the backup would go. */
  'database.no_room_first': { path: string };
  'database.not_backed_up': { path: string };
  /** Nothing can be written to it; reading works. */
  'database.read_only': { path: string };
  'database.disk_full': Record<string, never>;
  'database.busy': Record<string, never>;

  /** Neither a backup nor a copy of one, or damaged. */
  'restore.not_a_backup': Record<string, never>;
  /** A recovery key, but not this backup's. */
  'restore.key_wrong': Record<string, never>;
  'restore.passphrase_needed': Record<string, never>;
  'restore.wait': { waitSeconds: number };
  /** Of a backup that somebody wants restored. */
  'restore.newer': { found: number; known: number };
  /** A desk that wasn't set up: there is nothing to restore. */
  'restore.empty': Record<string, never>;
  /** Everybody who could sign in then is erased by now, or had a temporary password. */
  'restore.no_admin': Record<string, never>;

  /** The same words for an unknown address, a wrong password and a back-off (product.md §4). */
  'sign_in.refused': Record<string, never>;
  'sign_in.inactive': Record<string, never>;
  'sign_in.temporary_expired': Record<string, never>;
  'sign_in.password_wrong': Record<string, never>;

  'email.invalid': { reason: EmailProblem };
  'name.invalid': { reason: NameProblem };

  'password.too_short': { minimum: number };
  'password.too_long': { maximum: number };
  'password.contains_context': { word: string };
  'password.reused': Record<string, never>;
  /** On the list of common passwords, as it is or in disguise. */
  'password.common': Record<string, never>;
  /** The organisation has first passwords generated. */
  'password.generated_only': Record<string, never>;
  /** The organisation has administrators set first passwords. */
  'password.admin_sets': Record<string, never>;

  'role.not_available': { role: string };
  'role.needs_site': Record<string, never>;
  'role.one_site_only': Record<string, never>;

  'user.not_found': Record<string, never>;
  'user.email_taken': { userId: string; email: string };
  'user.email_inactive': { userId: string; email: string };
  'user.email_invited': { invitationId: string; email: string };
  /** Where the edit differs from what stands there now: `current` as text, a `leavesAt` as UTC ms; empty for none. */
  'user.changed_meanwhile': {
    fields: { field: 'displayName' | 'email' | 'role' | 'sites' | 'status' | 'leavesAt'; current: string }[];
  };
  'user.already_inactive': { name: string };
  'user.already_active': { name: string };
  'user.inactive': { name: string };
  /** The act would leave no Tenant-Admin who can sign in (product.md §2). */
  'user.last_admin': { name: string };
  'user.self': { act: 'deactivate' | 'demote' | 'raise' | 'reset' | 'delete' | 'endDate' };
  /** Self-demotion asks for the own password again in the same dialog. */
  'user.self_demotion_password': Record<string, never>;
  /** The world has moved on since the act that was to be undone. */
  'user.undo_refused': { name: string; reason: UndoRefusal };

  'user.end_date_past': Record<string, never>;
  /** A Site-Admin manages Members whose sites are all within their own; this person isn't one. */
  'user.beyond_delegation': { name: string };
  /** Somebody outside one's own sites has it. Whose it is, and whether active, inactive or invited, stays untold. */
  'user.address_unavailable': Record<string, never>;

  'session.not_found': Record<string, never>;

  'organisation.changed_meanwhile': Record<string, never>;
  /** Two roles know neither Site-Admins nor several sites (product.md §1); `people` and `invitations` stand in the way. */
  'organisation.two_roles_refused': { people: number; invitations: number };

  /** A wrong or used code, an unknown address, no Tenant-Admin: the same words. */
  'recovery.dead': Record<string, never>;
  'recovery.wait': { waitSeconds: number };
  'recovery.replaced': Record<string, never>;

  /** Neither a printer nor a file took it. */
  'print.failed': Record<string, never>;

  'licence.garbage': Record<string, never>;
  'licence.tampered': Record<string, never>;
  'licence.foreign': { customer: string };
  'licence.expired': { validUntil: number };
  'licence.no_key': Record<string, never>;
  /** A limit blocks only the creation of more; it names itself and the usage (product.md §7). */
  'licence.users': { used: number; limit: number; tier: string };
  'licence.sites': { used: number; limit: number; tier: string };
  'licence.check_ins': { used: number; limit: number; tier: string };
  'licence.read_only': { validUntil: number };

  'mail.not_set_up': Record<string, never>;
  'mail.changed_meanwhile': Record<string, never>;
  /** Without encryption only to a server on this computer. */
  'mail.plain_elsewhere': Record<string, never>;
  /** The kept password goes to the server it was given for, to no other. */
  'mail.password_again': Record<string, never>;
  /** Somebody has to decide whether this is the server they mean. */
  'mail.untrusted': { certificate: Certificate; detail: string };
  'mail.other_certificate': Record<string, never>;
  'mail.failed': { problem: MailProblem; detail: string };
  /** Its secrets are gone: sent, or expired. */
  'mail.gone': Record<string, never>;
  'mail.no_program': Record<string, never>;

  /** A verification or an export is running already. */
  'audit.busy': Record<string, never>;
  'audit.cancelled': Record<string, never>;

  /** One is being made, or something else is done with them. */
  'backup.busy': Record<string, never>;
  'backup.folder_missing': { folder: string };
  'backup.folder_unwritable': { folder: string };
  /** `needed`: bytes. */
  'backup.disk_full': { folder: string; needed: number };
  /** What was written can't be read back. */
  'backup.unsound': Record<string, never>;
  /** The file is no longer there. */
  'backup.gone': Record<string, never>;
  'backup.damaged': Record<string, never>;
  /** Made under another key than the one it was tried with. */
  'backup.other_key': Record<string, never>;
  /** A copy with a passphrase: not one of ours, of a newer version, cut off or changed. */
  'backup.not_a_copy': Record<string, never>;
  'backup.copy_newer': Record<string, never>;
  'backup.copy_damaged': Record<string, never>;
  'backup.passphrase_wrong': Record<string, never>;
  'backup.settings_changed': Record<string, never>;

  'visit.not_found': Record<string, never>;
  /** What it is by now. */
  'visit.state': { state: VisitState };
  'visit.host_unknown': Record<string, never>;
  'visit.times_reversed': Record<string, never>;
  'visit.departure_past': Record<string, never>;

  'invitation.not_found': Record<string, never>;
  'invitation.email_active': { userId: string; email: string };
  'invitation.already_pending': { invitationId: string; email: string };
  'invitation.accepted': { email: string };
  /** A dead or unknown code: no reason for strangers (product.md §5). */
  'invitation.dead': Record<string, never>;
  /** Too many wrong codes at this desk; `waitSeconds` until the next try. */
  'invitation.wait': { waitSeconds: number };
  'invitation.expired': Record<string, never>;
  'invitation.inviter_gone': Record<string, never>;
  'invitation.site_closed': { site: string };
  /** The role model no longer has the role, or the sites that go with it. */
  'invitation.role_gone': Record<string, never>;
  'invitation.address_taken': Record<string, never>;
  'invitation.no_seat': Record<string, never>;
  /** What was decided for a line of a list no longer fits the address. */
  'invitation.changed_meanwhile': Record<string, never>;

  'list.no_addresses': Record<string, never>;
  'list.too_long': { lines: number; maximum: number };
  'list.too_large': Record<string, never>;
  /** A picture, a workbook: no text. */
  'list.unreadable': Record<string, never>;
  /** The window's own: the licence leaves so many lines without a seat. `used`: before anything is sent. */
  'list.no_seats': { lines: number; used: number; limit: number; tier: string };
  /** The window's own: every line is left out. */
  'list.nobody_left': Record<string, never>;
  'file.not_saved': Record<string, never>;

  'site.not_found': Record<string, never>;
  'site.archived': { name: string };
  'site.name_taken': { name: string };
  'site.last_open': { name: string };
  'site.changed_meanwhile': { name: string };
  /** Archiving is refused while it is anyone's only site, unless they move (product.md §2). */
  'site.only_site_of': { name: string; people: number };
  'site.has_invitations': { name: string; invitations: number };
}

export type ErrorCode = keyof ErrorData;

export type EmailProblem = 'empty' | 'too_long' | 'at_sign' | 'local_part' | 'domain' | 'invisible';
export type NameProblem = 'empty' | 'too_long' | 'invisible';

/** An error as a value: what crosses IPC. */
export type WireError = { [C in ErrorCode]: { code: C; data: ErrorData[C] } }[ErrorCode];
