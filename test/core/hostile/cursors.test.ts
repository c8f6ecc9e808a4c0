import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RequestInput } from '../../../core/contract';
import { isAppError } from '../../../core/errors/app-error';
import { hostileText } from '../../support/hostile/values';
import { runSeed, tell } from '../../support/seed';
import { createDesk } from '../services/desk';

/** Where a list goes on is said by a text that main made and a page hands back: which it may have changed. */

const numRuns = 300;
const seed = runSeed();
tell(`cursors: ${numRuns} runs each, seed ${seed}`);

/** One that was made for somebody, with something changed in it. */
function changed(good: string): fc.Arbitrary<string> {
  return fc.oneof(
    hostileText,
    fc.jsonValue().map((value) => JSON.stringify(value)),
    fc
      .tuple(fc.nat(good.length), fc.oneof(hostileText, fc.string({ maxLength: 2 })), fc.nat(6))
      .map(([at, by, cut]) => good.slice(0, at) + by + good.slice(at + cut)),
  );
}

const everybody: RequestInput<'users.page'>['query'] = {
  kind: 'all',
  search: '',
  status: null,
  role: null,
  siteId: null,
  sort: 'site',
  direction: 'asc',
};
const everyEntry = {
  actorId: null,
  subjectId: null,
  topic: null,
  siteId: null,
  from: null,
  before: null,
  text: '',
};

it('a changed cursor is refused as such, or leads to rows of the same list', async () => {
  const desk = await createDesk();
  const { services, admin, siteId } = desk;
  const hostId = await desk.person();
  for (let n = 0; n < 4; n++) {
    await desk.person();
    services.visits.register(admin, { ...visit, siteId, hostId, visitorName: `Visitor ${n}` });
  }
  const own = await desk.actor({ role: 'site_admin' });
  const anchored = (cursor: string) => ({ start: 1, limit: 2, anchor: { index: 1, cursor } });
  const tab = { siteId, tab: 'expected' as const, search: '', limit: 2 };
  const ways: [good: string | null, go: (cursor: string) => Promise<number> | number][] = [
    ...[admin, own].map((actor): (typeof ways)[number] => [
      services.directory.page(actor, { query: everybody, limit: 2 }).list.cursor,
      (cursor) =>
        services.directory.window(actor, { query: everybody, window: anchored(cursor) }).rows.length,
    ]),
    [
      services.visits.page(admin, { ...tab, before: null }).next,
      (before) => services.visits.page(admin, { ...tab, before }).rows.length,
    ],
    [
      (await services.auditLog.page(admin, { filter: everyEntry, after: null, limit: 2 })).next,
      async (after) =>
        (await services.auditLog.page(admin, { filter: everyEntry, after, limit: 2 })).entries.length,
    ],
  ];
  for (const [good, go] of ways) {
    const property = fc.asyncProperty(changed(good ?? ''), async (cursor) => {
      try {
        expect(await go(cursor)).toBeLessThanOrEqual(2);
      } catch (error) {
        if (!isAppError(error, 'request.malformed')) throw error;
      }
    });
    await fc.assert(property, { numRuns, seed });
  }
});

const visit = {
  company: null,
  visitorEmail: null,
  purpose: null,
  expectedArrivalAt: null,
  expectedDepartureAt: null,
};
