import type { VisitRow } from '../../contract/visits';
import { visitState } from '../../domain/visit';

/** A visit as the tabs read it, and the time its tab sorts by. */
export type Listed = Omit<VisitRow, 'state' | 'hostGone' | 'overdue'> & { hostActive: 0 | 1; at: number };

/** Whether the host is there is looked up; the host's name never is. */
export const listedColumns = `v.id, v.version, v.site_id as siteId, v.visitor_name as visitorName, v.company,
  v.visitor_email as visitorEmail, v.purpose, v.host_id as hostId, v.host_name as hostName,
  exists (select 1 from user u where u.id = v.host_id and u.status = 'active' and u.deleted_hlc is null) as hostActive,
  v.expected_arrival_at as expectedArrivalAt, v.expected_departure_at as expectedDepartureAt,
  v.checked_in_at as checkedInAt, v.checked_out_at as checkedOutAt, v.cancelled_at as cancelledAt`;

/** @param now UTC ms. */
export function visitRowOf({ hostActive, at: _, ...facts }: Listed, now: number): VisitRow {
  const state = visitState(facts, now);
  const open = state === 'expected' || state === 'onSite';
  return {
    ...facts,
    state,
    hostGone: open && hostActive === 0,
    overdue: state === 'onSite' && now >= facts.expectedDepartureAt,
  };
}
