import { z } from 'zod';
import { accessActs, longestAccessWindow } from '../domain/access';
import { id, moment, role, roleModel, timestamp } from './fields';
import { route, sees, writes } from './route';

/** Which site, or all of the reader's (`null`), and when: from a moment on, and before another, UTC ms. */
const asked = {
  siteId: id.nullable(),
  from: moment,
  before: moment,
};
const inOrder = ({ from, before }: { from: number; before: number }) =>
  from < before && before - from <= longestAccessWindow;

/** Who did it, by the name and the role of its time. A name is `null` once it is erased. */
const accessPerson = z.strictObject({ id: z.string(), name: z.string().nullable(), role: role.nullable() });

/** `by: null`: the app itself, or the log doesn't say. */
export const accessAct = z.strictObject({
  kind: z.enum(accessActs),
  at: timestamp,
  by: accessPerson.nullable(),
  /** Of an invitation: when it was sent; `at` is when it was accepted. */
  invitedAt: timestamp.nullable(),
});
export type AccessAct = z.infer<typeof accessAct>;

/** For how long, within or beyond what was asked, somebody could enter with one role and in one way. */
export const accessEntry = z.strictObject({
  userId: z.string(),
  /** As they were called then; `null` once erased. The address also where the reader doesn't see the account. */
  name: z.string().nullable(),
  email: z.string().nullable(),
  role,
  /** By the role, at every site; else because the site was given to them. */
  everywhere: z.boolean(),
  /** By its name of that time; `null`: every site, where all were asked for. */
  site: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  from: timestamp,
  granted: accessAct,
  /** `null`: it lasts, or hasn't ended yet. */
  ended: accessAct.nullable(),
});
export type AccessEntry = z.infer<typeof accessEntry>;

export const accessPage = z.strictObject({
  entries: z.array(accessEntry),
  /** How many entries the text finds. */
  total: z.number().int(),
  /** How many people could enter, whatever the text. */
  people: z.number().int(),
  /** The site asked about: its name then and now, and while it was open. */
  site: z
    .strictObject({
      id: z.string(),
      name: z.string(),
      nameNow: z.string(),
      openFrom: timestamp,
      openUntil: timestamp.nullable(),
    })
    .nullable(),
  /** When the organisation was set up: before that, nobody could enter anything. */
  begun: timestamp,
  /** How roles were named then. */
  roleModel,
});
export type AccessPage = z.infer<typeof accessPage>;

export const accessContract = {
  /**
   * Who could enter a site at any moment of that time, by name. What lies ahead has no answer yet and is left out. The first
   * look of a session is noted. Of many sites, progress by `audit.progress`. Error: `site.not_found`, also for sites outside the reader's.
   */
  'access.page': route(
    sees('audit.list'),
    z
      .strictObject({
        ...asked,
        /** Anywhere in name or address; case and diacritics don't matter. */
        text: z.string().max(200),
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(200),
      })
      .refine(inOrder),
    accessPage,
  ),
  /**
   * The same as a CSV file of the person's choice; `saved: null`: they left the dialog. Progress by `audit.progress`, stopped
   * by `audit.cancel`. Errors: `site.not_found`, `audit.busy`, `audit.cancelled`, `file.not_saved`.
   */
  'access.export': route(
    writes('audit.export'),
    z.strictObject(asked).refine(inOrder),
    z.strictObject({ saved: z.strictObject({ path: z.string(), entries: z.number().int() }).nullable() }),
  ),
};
