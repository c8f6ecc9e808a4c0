import type { VisitTab } from '../../contract/visits';
import type { SqlValue } from '../../db/types';

/** How a tab finds its visits `v`: its index, what it holds, and the order of its rows. */
export interface TabPlan {
  index: string;
  /** Begins as the index's own condition, or SQLite doesn't take it. */
  holds: string;
  parameters: readonly SqlValue[];
  /** With the id behind it, what pages go on from. */
  key: string;
  descending: boolean;
}

const expected = 'v.checked_in_at is null and v.checked_out_at is null and v.cancelled_at is null';
/** Here now: those have no end yet. */
export const onSite = 'v.checked_in_at is not null and v.checked_out_at is null and v.cancelled_at is null';
const notOnSite = '(v.checked_in_at is null or v.checked_out_at is not null or v.cancelled_at is not null)';

/** When a visit ended or its time was up, as the indexes have it. */
export const endedAt = `(case when v.cancelled_at is not null then v.cancelled_at
  when v.checked_out_at is not null then v.checked_out_at else v.expected_departure_at end)`;

/** As core/domain/visit tells the states apart at `now`, UTC ms. */
export function tabPlan(tab: VisitTab, now: number): TabPlan {
  switch (tab) {
    case 'expected':
      return {
        index: 'visit_expected',
        holds: `${expected} and v.expected_departure_at > ?`,
        parameters: [now],
        key: 'v.expected_arrival_at',
        descending: false,
      };
    case 'onSite':
      return {
        index: 'visit_on_site',
        holds: onSite,
        parameters: [],
        key: 'v.checked_in_at',
        descending: true,
      };
    case 'history':
      return {
        index: 'visit_history',
        // What has an end has passed, even when the clock was set back since.
        holds: `${notOnSite} and (v.cancelled_at is not null or v.checked_out_at is not null or v.expected_departure_at <= ?)`,
        parameters: [now],
        key: endedAt,
        descending: true,
      };
  }
}
