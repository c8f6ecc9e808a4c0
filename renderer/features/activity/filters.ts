import type { AuditFilter } from '../../../core/contract/audit';
import type { AuditTopic } from '../../../core/domain/audit';
import { dayOf, startOfDay } from './local-days';

/** Somebody chosen, with what they are called in the filter. */
export interface ChosenPerson {
  id: string;
  name: string;
}

export const spans = ['today', 'week', 'month', 'custom'] as const;
export type Span = (typeof spans)[number];

export interface Filters {
  who: ChosenPerson | null;
  whom: ChosenPerson | null;
  topic: AuditTopic | null;
  siteId: string | null;
  span: Span | null;
  /** Local days of a `custom` span, "" for none; both are in. */
  from: string;
  to: string;
  text: string;
}

export const noFilters: Filters = {
  who: null,
  whom: null,
  topic: null,
  siteId: null,
  span: null,
  from: '',
  to: '',
  text: '',
};

/** How many are set, the search apart. */
export function filterCount({ who, whom, topic, siteId, span }: Filters): number {
  return [who, whom, topic, siteId, span].filter((value) => value !== null).length;
}

export function isFiltered(filters: Filters): boolean {
  return filterCount(filters) > 0 || filters.text.trim() !== '';
}

const daysBack: Record<Exclude<Span, 'custom'>, number> = { today: 0, week: 6, month: 29 };

/** What main is asked. @param now UTC ms; within a day the same filter stays the same question. */
export function asked(filters: Filters, now: number): AuditFilter {
  const { who, whom, topic, siteId, text } = filters;
  return {
    actorId: who?.id ?? null,
    subjectId: whom?.id ?? null,
    topic,
    siteId,
    ...moments(filters, dayOf(now)),
    text: text.trim(),
  };
}

function moments({ span, from, to }: Filters, today: string): Pick<AuditFilter, 'from' | 'before'> {
  if (span === null) return { from: null, before: null };
  if (span === 'custom') return { from: startOfDay(from), before: startOfDay(to, 1) };
  return { from: startOfDay(today, -daysBack[span]), before: null };
}
