import { z } from 'zod';
import { auditTopics } from '../domain/audit';
import { id, moment, nothing, timestamp } from './fields';
import { route, sees, writes } from './route';

export const auditTopic = z.enum(auditTopics);

/** Which entries; `null` or empty: any. */
export const auditFilter = z.strictObject({
  /** Who did it. */
  actorId: id.nullable(),
  /** The person or invitation it was done to; of a person also the invitations that brought them. */
  subjectId: id.nullable(),
  topic: auditTopic.nullable(),
  /** Done at the site, to it, or naming it. */
  siteId: id.nullable(),
  /** From this moment on, and before that one: UTC ms. */
  from: moment.nullable(),
  before: moment.nullable(),
  /** Anywhere in names, addresses and facts; case and diacritics don't matter. */
  text: z.string().max(200),
});
export type AuditFilter = z.infer<typeof auditFilter>;

/** What changed, as text: `null` for none and for what is erased. Roles and statuses by their keys, moments as UTC ms. */
export const auditChange = z.strictObject({
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type AuditChange = z.infer<typeof auditChange>;

/** One entry of the log, by the names of its time. */
export const auditEntry = z.strictObject({
  id: z.string(),
  at: timestamp,
  action: z.string(),
  outcome: z.enum(['done', 'denied']),
  /** `null`: the app itself or somebody not signed in. Its name is `null` when it is erased, or from before names were kept. */
  actor: z.strictObject({ id: z.string(), name: z.string().nullable() }).nullable(),
  subject: z.strictObject({ type: z.string(), id: z.string(), name: z.string().nullable() }).nullable(),
  /** Where; by name when the entry holds one. */
  site: z.strictObject({ id: z.string(), name: z.string().nullable() }).nullable(),
  /** A reader of some sites sees no other site's name but, last, how many there are: `+2`. */
  changes: z.array(auditChange),
  /** What else the entry holds. Readers of some sites get none. */
  facts: z.array(z.strictObject({ name: z.string(), value: z.string() })),
  deskId: z.string(),
  /** Its number in the desk's chain, from 1. */
  n: z.number().int(),
  /** SHA-256 over this entry and the one before, hex. */
  hash: z.string(),
});
export type AuditEntryView = z.infer<typeof auditEntry>;

/** `undoable`: **Undo** is to be offered, as in the person's own history. */
export const listedEntry = auditEntry.extend({ undoable: z.boolean() });
export type ListedEntry = z.infer<typeof listedEntry>;

export const auditPage = z.strictObject({
  entries: z.array(listedEntry),
  /** Where the next page goes on; `null`: there is nothing further back. */
  next: z.string().nullable(),
  /** Set when the walk stopped at its limit before the page was full: how far back it has looked, UTC ms. */
  searchedTo: timestamp.nullable(),
});
export type AuditPage = z.infer<typeof auditPage>;

/**
 * What is wrong with the first entry that doesn't hold:
 * - `altered`: its content isn't what its hash says;
 * - `unlinked`: it doesn't follow from the one before (put in, moved, or the one before was rewritten);
 * - `missing`: entries before it are gone;
 * - `name`: a name it refers to isn't the one it was written with;
 * - `cut`: the log ends before the entry that was last anchored;
 * - `rewritten`: the chain is whole but isn't the one that was anchored: this entry or one before was written anew;
 * - `damaged`: the file can't be read at that entry. Nobody's doing, most likely: the disk's.
 */
export const auditProblem = z.strictObject({
  kind: z.enum(['altered', 'unlinked', 'missing', 'name', 'cut', 'rewritten', 'damaged']),
  deskId: z.string(),
  /** The entry, or the first that is gone. */
  n: z.number().int(),
  /** What it says now; `null` when it is gone. */
  at: timestamp.nullable(),
  action: z.string().nullable(),
});
export type AuditProblem = z.infer<typeof auditProblem>;

export const auditVerdict = z.strictObject({
  problem: auditProblem.nullable(),
  /** Entries looked at. */
  entries: z.number().int(),
  desks: z.number().int(),
  /**
   * Restores the log tells of, latest first: what was done between the backup and the restore isn't in this log. `left`: how
   * many entries of that stayed in the state that was left; `null`: it couldn't be read.
   */
  restores: z.array(
    z.strictObject({ at: timestamp, backupAt: timestamp, left: z.number().int().nullable() }),
  ),
  /** Names that are erased, so that only their hashes are left. */
  erasedNames: z.number().int(),
  /**
   * The head kept outside the database. `none`: there is none; `foreign`: it wasn't made by this installation, or was
   * changed; else up to which entry it vouches, and since when one is kept.
   */
  anchor: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('kept'), n: z.number().int(), at: timestamp, since: timestamp }),
    z.strictObject({ state: z.enum(['none', 'foreign']) }),
  ]),
});
export type AuditVerdict = z.infer<typeof auditVerdict>;

export const exportFormat = z.enum(['csv', 'json']);

export const auditContract = {
  /**
   * Newest first. `after`: `next` of the page before. A reader of some sites gets the entries about those and their people.
   * The first look of a session is itself noted.
   */
  'audit.page': route(
    sees('audit.list'),
    z.strictObject({
      filter: auditFilter,
      after: z.string().max(100).nullable(),
      limit: z.number().int().min(1).max(200),
    }),
    auditPage,
  ),
  /** Walks every desk's chain; progress by `audit.progress`. Error: `audit.busy`, `audit.cancelled`. */
  'audit.verify': route(writes('audit.verify'), nothing, auditVerdict),
  /**
   * Writes what the filter shows to a file of the person's choice; `saved: null`: they left the dialog.
   * Errors: `audit.busy`, `audit.cancelled`, `file.not_saved`.
   */
  'audit.export': route(
    writes('audit.export'),
    z.strictObject({ filter: auditFilter, format: exportFormat }),
    z.strictObject({ saved: z.strictObject({ path: z.string(), entries: z.number().int() }).nullable() }),
  ),
  /** Stops this window's verification or export; nothing happens when none runs. */
  'audit.cancel': route(sees('audit.list'), nothing, nothing),
};
