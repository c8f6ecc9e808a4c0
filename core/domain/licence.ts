import { z } from 'zod';
import { type Role, roles } from './role';

/** What takes a seat, by what a person is; `invited`: a pending invitation. */
export const seatStates = ['active', 'inactive', 'invited'] as const;
export type SeatState = (typeof seatStates)[number];

const limit = z.number().int().nonnegative().nullable();
/** UTC ms, within what a date can hold. */
const moment = z.number().int().nonnegative().max(8_640_000_000_000_000);
const words = z.string().trim().min(1).max(200);

/** `null`: unlimited. */
const limits = z.object({ users: limit, sites: limit, checkInsPerMonth: limit });
const seats = z.object({
  roles: z.array(z.enum(roles)).min(1),
  states: z.array(z.enum(seatStates)).min(1),
});

export type LicenceLimits = z.infer<typeof limits>;
export type SeatRule = z.infer<typeof seats>;

export const usualSeats: SeatRule = { roles: [...roles], states: ['active', 'invited'] };

/**
 * What a licence says: the payload of its JWS. A claim this app doesn't know is passed over, so that later licences may say
 * more; one that changes what an earlier claim means comes with another `format`.
 */
export const licenceClaims = z.object({
  format: z.literal(1),
  id: words,
  customer: words,
  /** The organisation it was issued to; `null`: any. */
  organisationId: z.string().nullable(),
  tier: words,
  limits,
  seats: seats.default(usualSeats),
  issuedAt: moment,
  validUntil: moment,
});
export type LicenceClaims = z.infer<typeof licenceClaims>;

/** What applies, whether a licence says so or not. */
export interface LicenceTerms {
  tier: string;
  limits: LicenceLimits;
  seats: SeatRule;
  /** UTC ms; `null`: without end. */
  validUntil: number | null;
}

/** Without a licence (product.md §7). */
export const community: LicenceTerms = {
  tier: 'Community',
  limits: { users: 25, sites: 5, checkInsPerMonth: 1000 },
  seats: usualSeats,
  validUntil: null,
};

export const dayMs = 86_400_000;
const graceMs = 30 * dayMs;

/** End of the grace period: read-only from this very millisecond on. */
export function graceEnd(validUntil: number): number {
  return validUntil + graceMs;
}

/** Derived, never stored. Each state begins with the millisecond that ends the one before. */
export function licenceState(validUntil: number | null, now: number): 'active' | 'grace' | 'readOnly' {
  if (validUntil === null || now < validUntil) return 'active';
  return now < graceEnd(validUntil) ? 'grace' : 'readOnly';
}

/** A person or an invitation as the licence counts them. */
export interface SeatUse {
  role: Role;
  state: SeatState;
}

/** An inactive account has no role any more: where inactive ones count, all of them do. */
export function takesSeat(rule: SeatRule, { role, state }: SeatUse): boolean {
  return rule.states.includes(state) && (state === 'inactive' || rule.roles.includes(role));
}

/** The calendar month around a moment, as the clock on the wall shows it. `until` belongs to the next one. UTC ms. */
export function calendarMonth(at: number): { from: number; until: number } {
  const day = new Date(at);
  const first = (month: number) => new Date(day.getFullYear(), month, 1).getTime();
  return { from: first(day.getMonth()), until: first(day.getMonth() + 1) };
}

/** How far back growth is looked at. */
export const trendMs = 90 * dayMs;
/** A trend says nothing about what lies further ahead. */
const farthestMs = 3 * 365 * dayMs;

/**
 * When the last seat is taken if as many are gained per day as in the last 90 days. `null`: not in sight, or all are taken
 * already. @param gained seats taken less those given up in that time
 */
export function seatsRunOut(
  { used, limit: all }: { used: number; limit: number | null },
  gained: number,
  now: number,
): number | null {
  if (all === null || gained <= 0 || used >= all) return null;
  const left = Math.round(((all - used) / gained) * trendMs);
  return left <= farthestMs ? now + left : null;
}
