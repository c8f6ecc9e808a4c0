import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import type { Actor } from '../../../core/services/actor';
import { createDirectory } from '../../../core/services/directory/create-directory';
import { rebuild } from '../../../core/services/directory/rebuild';
import { refreshInvitation } from '../../../core/services/directory/writer';
import { givenInvitation, givenOrganisation, givenSite, givenUser } from '../../support/builders';
import { openTestDb } from '../../support/db';

const hour = 3_600_000;
const day = 24 * hour;

/** Hours between one invitation and the next, and what became of each. */
const invited = fc.record({
  after: fc.integer({ min: 0, max: 200 }),
  sites: fc.uniqueArray(fc.nat(1), { minLength: 1 }),
  role: fc.constantFrom('member' as const, 'member' as const, 'tenant_admin' as const),
  back: fc.boolean(),
  end: fc.constantFrom(null, null, 'accepted' as const, 'removed' as const),
  /** Hours of life from its making; resending gives it more. */
  hours: fc.constantFrom(168, 168, 240, 600),
});
const story = fc.array(invited, { maxLength: 25 });
const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Auckland');
/** Before the end of a year, and before the clocks change there; later than the test's clock begins, so that it goes on. */
const begin = fc.constantFrom(Date.UTC(2026, 11, 10), Date.UTC(2027, 2, 7, 5), Date.UTC(2027, 8, 20, 22));

interface Model {
  id: string;
  createdAt: number;
  expiresAt: number;
  end: 'accepted' | 'removed' | null;
  /** `null`: nobody's but the whole organisation's. */
  sites: string[] | null;
}

test('the weeks and the reminders are what counting everything by hand gives', () => {
  fc.assert(
    fc.property(story, zone, begin, (invitations, timeZone, from) => {
      vi.stubEnv('TZ', timeZone);
      const { db, clock, close } = openTestDb();
      db.client.pragma('synchronous = off');
      try {
        clock.set(from);
        givenOrganisation(db);
        const siteIds = [givenSite(db), givenSite(db)];
        const inviterId = givenUser(db, { role: 'tenant_admin' });
        const models = invitations.map(({ after, sites, role, back, end, hours }): Model => {
          clock.advance(after * hour);
          const own = role === 'tenant_admin' ? [] : sites.map((site) => siteIds[site] ?? '');
          const createdAt = clock.now();
          const expiresAt = createdAt + hours * hour;
          const reactivates = back && { reactivatesUserId: givenUser(db, { status: 'inactive' }) };
          const given = { inviterId, role, siteIds: own, createdAt, expiresAt, ...(reactivates || {}) };
          const id = givenInvitation(db, given);
          if (end !== null) finish(db, id, end);
          return { id, createdAt, expiresAt, end, sites: back && end === null ? null : own };
        });
        const directory = createDirectory({ db, clock });
        const check = () => {
          for (const own of [null, siteIds.slice(0, 1), siteIds]) {
            const seen = models.filter(({ sites }) => own === null || sites?.some((id) => own.includes(id)));
            const actor = actorOf(own);
            expect(directory.overTime(actor).weeks).toEqual(naiveWeeks(seen, clock.now()));
            expect(
              directory
                .expiring(actor)
                .rows.map(({ id }) => id)
                .sort(),
            ).toEqual(
              seen
                .filter((one) => isExpiring(one, clock.now()))
                .map(({ id }) => id)
                .sort(),
            );
          }
        };
        check();
        db.write(null, rebuild);
        check();
      } finally {
        close();
      }
    }),
    { numRuns: 40 },
  );
});

function finish(db: Parameters<typeof givenInvitation>[0], id: string, end: 'accepted' | 'removed'): void {
  db.write(null, (tx) => {
    if (end === 'accepted') tx.update('invitation', id, { acceptedAt: tx.now });
    else tx.update('invitation', id, { removedAt: tx.now, email: null, emailKey: null });
    refreshInvitation(tx, id);
  });
}

function isExpiring({ expiresAt, end }: Model, now: number): boolean {
  return end === null && now < expiresAt && expiresAt <= now + day;
}

/** Day by day back to a Monday, for each invitation by itself. */
function mondayOf(at: number): number {
  const date = new Date(at);
  date.setHours(0, 0, 0, 0);
  while (date.getDay() !== 1) date.setDate(date.getDate() - 1);
  return date.getTime();
}

function naiveWeeks(seen: readonly Model[], now: number) {
  const mondays: number[] = [mondayOf(now)];
  while (mondays.length < 12) mondays.unshift(mondayOf((mondays[0] ?? 0) - day));
  return mondays.map((startsAt) => {
    const sent = seen.filter(({ createdAt, end }) => end !== 'removed' && mondayOf(createdAt) === startsAt);
    const open = sent.filter(({ end }) => end === null);
    const pending = open.filter(({ expiresAt }) => now < expiresAt).length;
    return { startsAt, accepted: sent.length - open.length, pending, expired: open.length - pending };
  });
}

function actorOf(own: readonly string[] | null): Actor {
  const base = { userId: 'u', sessionId: 's' };
  return own === null
    ? { ...base, role: 'tenant_admin', siteIds: [] }
    : { ...base, role: 'site_admin', siteIds: own };
}
