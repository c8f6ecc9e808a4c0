import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { VisitTab } from '../../../core/contract/visits';
import type { VisitState } from '../../../core/domain/visit';
import { AppError } from '../../../core/errors/app-error';
import { brokenEntry } from '../../support/audit-chain';
import { createDesk, hour } from './desk';
import { tab, visitOf } from './visiting';

/** Whatever is done to visits in whatever order, tabs and refusals agree with a model that knows only the rules. */

const step = fc.oneof(
  fc.record({
    act: fc.constant('register' as const),
    arrival: fc.integer({ min: -3, max: 5 }),
    stay: fc.integer({ min: 1, max: 6 }),
    on: fc.nat(1),
  }),
  {
    weight: 3,
    arbitrary: fc.record({ act: fc.constantFrom('checkIn', 'checkOut', 'cancel'), on: fc.nat(9) }),
  },
  fc.record({ act: fc.constant('wait' as const), on: fc.integer({ min: 1, max: 4 }) }),
);

interface ModelVisit {
  id: string;
  arrival: number;
  departure: number;
  state: Exclude<VisitState, 'expired'>;
  /** Check-in, or when it ended. */
  at: number;
}

const stateAt = ({ state, departure }: ModelVisit, now: number): VisitState =>
  state === 'expected' && now >= departure ? 'expired' : state;

const rules = {
  checkIn: { from: 'expected', to: 'onSite' },
  checkOut: { from: 'onSite', to: 'left' },
  cancel: { from: 'expected', to: 'cancelled' },
} as const;

const tabOf: Record<VisitState, VisitTab> = {
  expected: 'expected',
  onSite: 'onSite',
  left: 'history',
  cancelled: 'history',
  expired: 'history',
};

/** The ids a tab shows, in its order. */
function shown(visits: readonly ModelVisit[], which: VisitTab, now: number): string[] {
  const keyed = visits
    .filter((visit) => tabOf[stateAt(visit, now)] === which)
    .map((visit) => {
      const ended = visit.state === 'expected' ? visit.departure : visit.at;
      return { id: visit.id, key: which === 'expected' ? visit.arrival : ended };
    });
  const ascending = keyed.sort((a, b) => a.key - b.key || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
  return which === 'expected' ? ascending : ascending.reverse();
}

function attempt(act: () => unknown): string {
  try {
    act();
    return 'done';
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return JSON.stringify(error.toWire());
  }
}

it('the tabs hold what the rules say, after every step', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 40, size: 'max' }), async (steps) => {
      const desk = await createDesk();
      const visits: ModelVisit[] = [];
      for (const taken of steps) {
        const now = desk.clock.now();
        if (taken.act === 'wait') {
          desk.clock.advance(taken.on * hour - (taken.on % 2));
        } else if (taken.act === 'register') {
          if (!('arrival' in taken)) continue;
          const arrival = now + taken.arrival * hour;
          const departure = arrival + taken.stay * hour;
          const times = { expectedArrivalAt: arrival, expectedDepartureAt: departure };
          const outcome = attempt(() => {
            visits.push({ id: visitOf(desk, times), arrival, departure, state: 'expected', at: now });
          });
          expect(outcome === 'done').toBe(departure > now);
        } else {
          const visit = visits[taken.on % Math.max(1, visits.length)];
          if (visit === undefined) continue;
          const act = taken.act as keyof typeof rules;
          const state = stateAt(visit, now);
          const { from, to } = rules[act];
          const outcome = attempt(() => desk.services.visits[act](desk.admin, { id: visit.id }));
          const refusal = JSON.stringify({ code: 'visit.state', data: { state } });
          expect(outcome).toBe(state === from ? 'done' : refusal);
          if (state === from) Object.assign(visit, { state: to, at: now });
        }
        const after = desk.clock.now();
        for (const which of ['expected', 'onSite', 'history'] as const) {
          const { rows, counts } = tab(desk, which);
          expect(rows.map((row) => row.id)).toEqual(shown(visits, which, after));
          expect(rows.every((row) => tabOf[row.state] === which)).toBe(true);
          if (which !== 'history') expect(counts[which]).toBe(rows.length);
        }
      }
      expect(brokenEntry(desk.db)).toBeNull();
    }),
    { numRuns: 25 },
  );
}, 120_000);
