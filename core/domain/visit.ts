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
