import { z } from 'zod';
import {
  claimedPassword,
  email,
  id,
  moment,
  name,
  newPassword,
  nothing,
  role,
  siteIds,
  timestamp,
  version,
} from './fields';
import { route, sees, writes } from './route';

export const listStatus = z.enum(['active', 'inactive', 'pending', 'expired']);
export type ListStatus = z.infer<typeof listStatus>;

export const sortColumn = z.enum(['email', 'status', 'role', 'site', 'lastActivity']);
export type SortColumn = z.infer<typeof sortColumn>;

/** What the list shows: people and invitations, filtered, searched and sorted. */
export const listQuery = z.strictObject({
  kind: z.enum(['all', 'users', 'invitations']),
  /** Anywhere in name or e-mail; case and diacritics don't matter. Empty: everybody. */
  search: z.string().max(200),
  /** `null`: any. `pending` also finds inactive people with a pending reactivation. */
  status: listStatus.nullable(),
  role: role.nullable(),
  siteId: id.nullable(),
  sort: sortColumn,
  direction: z.enum(['asc', 'desc']),
});
export type ListQuery = z.infer<typeof listQuery>;

/** A part of the list. With an anchor main walks from that row (keyset), else it counts from the top. */
export const listWindow = z.strictObject({
  /** Index of the first row wanted, from 0. */
  start: z.number().int().min(0).max(10_000_000),
  limit: z.number().int().min(1).max(200),
  anchor: z.strictObject({ index: z.number().int().min(0), cursor: z.string().max(4000) }).nullable(),
});
export type ListWindow = z.infer<typeof listWindow>;

export const siteRef = z.strictObject({ id, name: z.string() });

export const listRow = z.strictObject({
  /** User or invitation id: unique in the list. */
  id,
  kind: z.enum(['user', 'invitation']),
  email: z.string(),
  /** `null` for an invitation: not registered yet. */
  displayName: z.string().nullable(),
  status: listStatus,
  /** `null` when inactive: role and sites are detached, the cells read "–". */
  role: role.nullable(),
  /** Sites the reader may see; empty for Tenant-Admins ("Organization-wide") and inactive people. */
  sites: z.array(siteRef),
  /** Sites outside the reader's own, shown as "other sites". */
  otherSites: z.number().int().min(0),
  /** UTC ms of the latest activity; `null`: never. */
  lastActivityAt: timestamp.nullable(),
  createdAt: timestamp,
  /** Invitations: when it expires or expired. */
  expiresAt: timestamp.nullable(),
  /** Users: a temporary password waits to be changed. */
  passwordDue: z.boolean(),
  /** Inactive users: an invitation that would bring them back. */
  reactivation: z.strictObject({ invitationId: id, expiresAt: timestamp }).nullable(),
  /** An open invitation (a reactivation too) can't be accepted: its sender may no longer invite. Resending helps. */
  senderGone: z.boolean(),
});
export type ListRow = z.infer<typeof listRow>;

export const listResult = z.strictObject({
  start: z.number().int(),
  rows: z.array(listRow),
  /** Cursor of the first row of `rows`; `null` when there is none. */
  cursor: z.string().nullable(),
  /** Number of rows that match; counted up to `limit` when a search is broad: then `capped`, shown "1000+". */
  total: z.strictObject({ count: z.number().int(), capped: z.boolean() }),
});
export type ListResult = z.infer<typeof listResult>;

/** The four cards (product.md §6), within the reader's sites. */
export const statistics = z.strictObject({
  users: z.strictObject({ total: z.number().int(), active: z.number().int(), inactive: z.number().int() }),
  administrators: z.strictObject({ total: z.number().int(), signedInThisWeek: z.number().int() }),
  pending: z.strictObject({ total: z.number().int(), expiringWithinDay: z.number().int() }),
  invitations: z.strictObject({ accepted: z.number().int(), expired: z.number().int() }),
  sites: z.number().int(),
});
export type Statistics = z.infer<typeof statistics>;

export const userDetail = z.strictObject({
  id,
  version,
  email: z.string(),
  displayName: z.string(),
  status: z.enum(['active', 'inactive']),
  role: role.nullable(),
  sites: z.array(siteRef),
  otherSites: z.number().int().min(0),
  createdAt: timestamp,
  lastActivityAt: timestamp.nullable(),
  lastSignInAt: timestamp.nullable(),
  deactivatedAt: timestamp.nullable(),
  /** End date: the moment the account is deactivated, UTC ms. */
  leavesAt: timestamp.nullable(),
  passwordDue: z.boolean(),
  temporaryPasswordExpiresAt: timestamp.nullable(),
  reactivation: z.strictObject({ invitationId: id, expiresAt: timestamp }).nullable(),
  /** Sessions that would end with a deactivation. */
  openSessions: z.number().int().min(0),
});
export type UserDetail = z.infer<typeof userDetail>;

export const createUser = z.strictObject({
  email,
  displayName: name,
  role,
  siteIds,
  password: newPassword,
  mustChangePassword: z.boolean(),
  /** "Remove invitation and create": the live invitation to this address that goes in the same transaction. */
  removeInvitationId: id.nullable(),
});

export const updateUser = z.strictObject({
  id,
  /** Version the edit was made from; a stale one is refused with the difference. */
  version,
  displayName: name,
  role,
  siteIds,
  /** End the person's sessions, so that the change holds at once instead of at the next token refresh. */
  applyNow: z.boolean(),
  /** One's own password, needed to take the Tenant-Admin role from oneself. */
  currentPassword: claimedPassword.nullable(),
});

/** One line of a person's or invitation's history, by the names of its time. */
export const historyEntry = z.strictObject({
  id,
  at: timestamp,
  action: z.string(),
  outcome: z.enum(['done', 'denied']),
  /** Who did it; `null`: the app itself or somebody not signed in. */
  actor: z.strictObject({ id, name: z.string().nullable() }).nullable(),
  /**
   * What changed; values as text, `null` for none and for what is erased. Roles and statuses by their keys, `leavesAt` as
   * UTC ms, sites by name, joined with ", ". A reader of some sites sees no other site's name but, last, how many there
   * are: `+2`.
   */
  changes: z.array(
    z.strictObject({
      field: z.enum(['displayName', 'email', 'role', 'sites', 'status', 'leavesAt']),
      before: z.string().nullable(),
      after: z.string().nullable(),
    }),
  ),
  /** Whether **Undo** is to be offered: the latest change of somebody's access that can be taken back. */
  undoable: z.boolean(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

/** What a deactivation touches, shown inside its dialog. */
export const deactivationPreview = z.strictObject({
  /** Sites where no Site-Admin would be left (at most 20 names). */
  sitesWithoutAdmin: z.array(z.string()),
  /** Expected visits they host; those stay, marked. */
  visitsHosted: z.number().int(),
  /** Pending invitations they sent: accepting one will be refused. */
  invitations: z.number().int(),
  openSessions: z.number().int(),
  seatFreed: z.boolean(),
});
export type DeactivationPreview = z.infer<typeof deactivationPreview>;

export const usersContract = {
  /** The Users page in one request: cards and the first rows. */
  'users.page': route(
    sees('user.list'),
    z.strictObject({ query: listQuery, limit: z.number().int().min(1).max(200) }),
    z.strictObject({ list: listResult, statistics }),
  ),
  /** More rows of the same list while it scrolls. */
  'users.window': route(
    sees('user.list'),
    z.strictObject({ query: listQuery, window: listWindow }),
    listResult,
  ),
  'users.statistics': route(sees('user.list'), nothing, statistics),
  /** Errors: `user.not_found` (also outside the reader's sites). */
  'users.get': route(sees('user.read'), z.strictObject({ id }), userDetail),
  /** A random password that fits the policy, not stored. Error: `password.admin_sets`. */
  'users.generatePassword': route(writes('user.create'), nothing, z.strictObject({ password: z.string() })),
  /**
   * Errors: `user.email_taken`, `user.email_inactive`, `user.email_invited`, `user.address_unavailable`, `role.*`, `site.*`,
   * `password.*`.
   */
  'users.create': route(writes('user.create'), createUser, z.strictObject({ id })),
  /** Errors: `user.changed_meanwhile`, `user.last_admin`, `user.self`, `user.self_demotion_password`, `role.*`, `site.*`. */
  'users.update': route(
    writes('user.update'),
    updateUser,
    /** `entryId`: what to undo, when role or sites have changed. */
    z.strictObject({ id, version, entryId: id.nullable() }),
  ),
  /** Sets a temporary password, which ends the person's sessions. Errors: `user.inactive`, `user.self`, `password.*`. */
  'users.resetPassword': route(
    writes('user.resetPassword'),
    z.strictObject({ id, password: newPassword }),
    z.strictObject({ expiresAt: timestamp }),
  ),
  /** Ends every session at once, detaches role and sites. Errors: `user.self`, `user.last_admin`, `user.already_inactive`. */
  'users.deactivate': route(
    writes('user.deactivate'),
    z.strictObject({ id }),
    z.strictObject({ entryId: id }),
  ),
  /**
   * Takes back a deactivation or a change of role and sites, by its entry in the log. For a change the permission to make one
   * is asked as well. `passwordGone`: they were left with a temporary password that can't be used any more. Errors:
   * `user.undo_refused`, `user.not_found`, `user.beyond_delegation`, `user.last_admin`, `role.*`, `site.*`, `licence.*`.
   */
  'users.undo': route(
    writes('user.deactivate'),
    z.strictObject({ id, entryId: id }),
    z.strictObject({ passwordGone: z.boolean() }),
  ),
  /** Errors: `user.not_found`. */
  'users.deactivationPreview': route(sees('user.deactivate'), z.strictObject({ id }), deactivationPreview),
  /**
   * Same checks as a new account's address; sessions end, an invitation back is withdrawn.
   * Errors: `user.email_taken`, `user.email_inactive`, `user.email_invited`, `email.invalid`, `user.changed_meanwhile`.
   */
  'users.changeEmail': route(
    writes('user.changeEmail'),
    z.strictObject({ id, version, email }),
    z.strictObject({ version }),
  ),
  /**
   * The moment from which the account is deactivated; `null`: stays. Errors: `user.self`, `user.inactive`,
   * `user.last_admin` (nobody qualified would be left then), `user.end_date_past`, `user.changed_meanwhile`.
   */
  'users.setEndDate': route(
    writes('user.setEndDate'),
    z.strictObject({ id, version, leavesAt: moment.nullable() }),
    z.strictObject({ version }),
  ),
  /** Erases the person and keeps the id; visits keep the name they were recorded with. Errors: `user.self`, `user.last_admin`. */
  'users.delete': route(writes('user.delete'), z.strictObject({ id }), nothing),
  /** Newest first. `before`: the id of the last entry of the page that went before. Error: `user.not_found`. */
  'users.history': route(
    sees('user.history'),
    z.strictObject({ id, before: id.nullable(), limit: z.number().int().min(1).max(100) }),
    z.strictObject({ entries: z.array(historyEntry), more: z.boolean() }),
  ),
  /** Restores with a role, sites and a temporary password. Errors: `user.already_active`, `role.*`, `site.*`, `password.*`. */
  'users.reactivate': route(
    writes('user.reactivate'),
    z.strictObject({ id, role, siteIds, password: newPassword }),
    z.strictObject({ expiresAt: timestamp }),
  ),
};
