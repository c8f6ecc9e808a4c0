import { fold } from './text';

/** Expected → on site → left; or cancelled, or expired when the expected departure passes (product.md §8). */
export const visitStates = ['expected', 'onSite', 'left', 'cancelled', 'expired'] as const;
export type VisitState = (typeof visitStates)[number];

export interface VisitFacts {
  /** UTC ms. */
  expectedDepartureAt: number;
  checkedInAt: number | null;
  checkedOutAt: number | null;
  cancelledAt: number | null;
}

/** Derived, never stored. Only an expected visit expires; somebody on site past the time is overdue, not gone. */
export function visitState(facts: VisitFacts, now: number): VisitState {
  if (facts.cancelledAt !== null) return 'cancelled';
  if (facts.checkedOutAt !== null) return 'left';
  if (facts.checkedInAt !== null) return 'onSite';
  return now >= facts.expectedDepartureAt ? 'expired' : 'expected';
}

/** When a person at the desk calls it a day: the first moment of the next local day, whatever the clocks do that night. */
export function endOfLocalDay(at: number): number {
  const local = new Date(at);
  return new Date(local.getFullYear(), local.getMonth(), local.getDate() + 1).getTime();
}

/** What a search compares: folded, with one blank between words. */
export function searchKey(text: string): string {
  return fold(text).trim().replace(/\s+/gu, ' ');
}

/** No search holds it, so that none is met across the end of a name and the beginning of a company. */
const partEnd = '\n';

export function visitorKey(visitorName: string, company: string | null): string {
  return [visitorName, company ?? ''].map(searchKey).join(partEnd);
}
