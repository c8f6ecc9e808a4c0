import { z } from 'zod';
import { role, timestamp } from './fields';

const count = z.number().int().nonnegative();

/** How many there are now and would be once it is restored. `now: null`: nobody can tell, or there is nothing. */
const nowAndThen = z.strictObject({ now: count.nullable(), restored: count });

const somebody = { name: z.string(), email: z.string() };

/** Role, status and sites by name, as the row says. */
const standing = z.strictObject({
  status: z.enum(['active', 'inactive']),
  role: role.nullable(),
  sites: z.array(z.string()),
});
export type Standing = z.infer<typeof standing>;

/** Lists name so many; `total` counts all. */
export const namedAtMost = 50;

const people = <T extends z.ZodRawShape>(shape: T) =>
  z.strictObject({ total: count, named: z.array(z.strictObject({ ...somebody, ...shape })) });

/** What restoring a backup would change, before anything does. */
export const restorePreview = z.strictObject({
  /** When the last thing happened that the backup knows of, and that this desk knows of (`null`: it can't be read). */
  backupAt: timestamp,
  nowAt: timestamp.nullable(),
  /** Entries of this desk's log that the backup doesn't hold. */
  entriesLeft: count,
  organisation: z.string(),
  /** The backup is of another organisation than the one that is here. */
  otherOrganisation: z.boolean(),
  /** An earlier version made it: it is brought to this one. */
  earlierVersion: z.boolean(),
  people: nowAndThen,
  invitations: nowAndThen,
  visits: nowAndThen,
  sites: nowAndThen,
  /** There now, unknown to the backup. */
  gone: people({}),
  /** Inactive now, active then. */
  revived: people({}),
  /** Whose status, role or sites are others. */
  changed: people({ now: standing, restored: standing }),
  /** Erased since, so erased again. */
  erasedAgain: z.strictObject({ people: count, invitations: count, visits: count }),
  /** Mails that waited then: none goes out by itself. */
  mailsStopped: count,
  /** Pending then: their links and codes end. */
  invitationsVoided: count,
  passwordsVoided: count,
  /** When the licence in force was imported; `null`: none was. */
  licence: z.strictObject({ now: timestamp.nullable(), restored: timestamp.nullable() }),
});
export type RestorePreview = z.infer<typeof restorePreview>;
