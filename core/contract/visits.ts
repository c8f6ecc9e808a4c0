import { z } from 'zod';
import { hasInvisibleInText } from '../domain/text';
import { visitStates } from '../domain/visit';
import { email, id, moment, name, nothing, timestamp, version } from './fields';
import { route, sees, writes } from './route';

export const visitTab = z.enum(['expected', 'onSite', 'history']);
export type VisitTab = z.infer<typeof visitTab>;

export const visitRow = z.strictObject({
  id,
  version,
  siteId: id,
  state: z.enum(visitStates),
  /** `null`: taken by retention. */
  visitorName: z.string().nullable(),
  company: z.string().nullable(),
  visitorEmail: z.string().nullable(),
  purpose: z.string().nullable(),
  hostId: id,
  /** As it was; never joined again. */
  hostName: z.string(),
  /** An expected visit whose host is inactive or deleted by now. */
  hostGone: z.boolean(),
  /** On site after the expected departure. */
  overdue: z.boolean(),
  expectedArrivalAt: timestamp,
  expectedDepartureAt: timestamp,
  checkedInAt: timestamp.nullable(),
  checkedOutAt: timestamp.nullable(),
  cancelledAt: timestamp.nullable(),
});
export type VisitRow = z.infer<typeof visitRow>;

/** Nothing hidden in it, as in a name: it stands in the same lists. */
const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'text.too_long')
    .refine((text) => !hasInvisibleInText(text), 'text.invisible')
    .nullable();

/** Times left out: now until the end of the local day of arrival. */
export const registerVisit = z.strictObject({
  siteId: id,
  visitorName: name,
  hostId: id,
  company: optionalText(120),
  visitorEmail: email.nullable(),
  purpose: optionalText(500),
  expectedArrivalAt: moment.nullable(),
  expectedDepartureAt: moment.nullable(),
});

export const visitsContract = {
  /**
   * One site's visits of one tab; a Member's own only (as host or as the one who registered). `before`: the cursor of the
   * page that went before. Error: `site.not_found` (also outside the grant).
   */
  'visits.page': route(
    sees('visit.list'),
    z.strictObject({
      siteId: id,
      tab: visitTab,
      /** Anywhere in the visitor's, company's or host's name. */
      search: z.string().max(200),
      before: z.string().max(4000).nullable(),
      limit: z.number().int().min(1).max(200),
    }),
    z.strictObject({
      rows: z.array(visitRow),
      next: z.string().nullable(),
      /** Of the site, whatever the search: what the tabs show. */
      counts: z.strictObject({ expected: z.number().int(), onSite: z.number().int() }),
    }),
  ),
  /** Who can be host at a site: active people with access to it, by name or address; a Member only themselves. */
  'visits.hosts': route(
    sees('visit.register'),
    z.strictObject({ siteId: id, search: z.string().max(200) }),
    z.strictObject({ hosts: z.array(z.strictObject({ id, name: z.string(), email: z.string() })).max(20) }),
  ),
  /** Errors: `site.*`, `visit.host_unknown`, `visit.times_reversed`, `visit.departure_past`, `licence.read_only`. */
  'visits.register': route(writes('visit.register'), registerVisit, z.strictObject({ id })),
  /** Takes the host's name as it is now, then it is frozen. Errors: `visit.not_found`, `visit.state`, `licence.check_ins`, `licence.read_only`. */
  'visits.checkIn': route(writes('visit.checkIn'), z.strictObject({ id }), nothing),
  /** Errors: `visit.not_found`, `visit.state`. */
  'visits.checkOut': route(writes('visit.checkOut'), z.strictObject({ id }), nothing),
  /** Errors: `visit.not_found`, `visit.state`. */
  'visits.cancel': route(writes('visit.cancel'), z.strictObject({ id }), nothing),
};
