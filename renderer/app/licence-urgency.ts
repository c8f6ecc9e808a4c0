import type { RequestOutput } from '../../core/contract/index';

const day = 86_400_000;

export interface Urgency {
  /** Grace grows louder in three steps; then nothing new can be created. */
  level: 'line' | 'banner' | 'loud' | 'readOnly';
  /** Days of grace left, the one begun counted whole. */
  days: number;
}

/** How loud the licence has to be; `null`: there is nothing to say. `now` in UTC ms, main's clock. */
export function urgencyOf(
  { state, graceUntil }: RequestOutput<'licence.notice'>,
  now: number,
): Urgency | null {
  if (state === 'active' || graceUntil === null) return null;
  const days = Math.max(0, Math.ceil((graceUntil - now) / day));
  if (state === 'readOnly') return { level: 'readOnly', days };
  if (days > 20) return { level: 'line', days };
  return { level: days > 7 ? 'banner' : 'loud', days };
}
