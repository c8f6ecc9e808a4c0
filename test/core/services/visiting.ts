import type { ParsedInput } from '../../../core/contract';
import type { VisitTab } from '../../../core/contract/visits';
import type { Actor } from '../../../core/services/actor';
import type { Desk } from './desk';

/** Registers a visit of Vera Holm to the first Tenant-Admin at the desk's own site, unless told otherwise. */
export function visitOf(desk: Desk, given: Partial<ParsedInput<'visits.register'>> = {}, by = desk.admin) {
  const { id } = desk.services.visits.register(by, {
    siteId: desk.siteId,
    visitorName: 'Vera Holm',
    hostId: desk.admin.userId,
    company: null,
    visitorEmail: null,
    purpose: null,
    expectedArrivalAt: null,
    expectedDepartureAt: null,
    ...given,
  });
  return id;
}

/** One tab of a site as somebody sees it. */
export function tab(
  desk: Desk,
  which: VisitTab,
  {
    by = desk.admin,
    search = '',
    siteId = desk.siteId,
  }: { by?: Actor; search?: string; siteId?: string } = {},
) {
  return desk.services.visits.page(by, { siteId, tab: which, search, before: null, limit: 200 });
}

export const namesIn = (page: ReturnType<typeof tab>) => page.rows.map((row) => row.visitorName);
