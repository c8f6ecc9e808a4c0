import { z } from 'zod';
import { id, name, nothing, timestamp, version } from './fields';
import { route, sees, writes } from './route';

export const siteRow = z.strictObject({
  id,
  version,
  name: z.string(),
  archivedAt: timestamp.nullable(),
  /** Active people with access to it by assignment. */
  people: z.number().int().min(0),
  /** Live invitations that name it. */
  invitations: z.number().int().min(0),
  createdAt: timestamp,
});
export type SiteRow = z.infer<typeof siteRow>;

export const sitesContract = {
  /** Sites of the reader's grant, open ones first, by name. */
  'sites.list': route(sees('site.list'), nothing, z.strictObject({ sites: z.array(siteRow) })),
  /** Errors: `site.name_taken`. */
  'sites.create': route(writes('site.create'), z.strictObject({ name }), z.strictObject({ id })),
  /** Errors: `site.name_taken`, `site.changed_meanwhile`, `site.archived`. */
  'sites.rename': route(
    writes('site.update'),
    z.strictObject({ id, version, name }),
    z.strictObject({ version }),
  ),
  /** What archiving would touch: shown in its dialog before the act. */
  'sites.archivePreview': route(
    writes('site.archive'),
    z.strictObject({ id }),
    z.strictObject({
      /** Active people who have no other open site: number, and the first few names. */
      onlySiteOf: z.number().int(),
      names: z.array(z.string()).max(5),
      invitations: z.number().int(),
      lastOpen: z.boolean(),
    }),
  ),
  /**
   * People whose only site it is, and live invitations to it, go to `moveTo` in the same transaction, or invitations
   * are removed. Errors: `site.only_site_of`, `site.has_invitations`, `site.last_open`, `site.changed_meanwhile`.
   */
  'sites.archive': route(
    writes('site.archive'),
    z.strictObject({
      id,
      version,
      moveTo: id.nullable(),
      invitations: z.enum(['move', 'remove']).nullable(),
    }),
    nothing,
  ),
};
