import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract, type RouteName } from '../../core/contract';
import { accessTable, type Cell } from './support/access-table';
import {
  type Asker,
  askers,
  buildWorld,
  delegate,
  hiddenFrom,
  openWorld,
  type Place,
  places,
  type World,
} from './support/world';

/**
 * Every request, asked by everybody about their own site and another, through the real router on a real database. What
 * is refused leaves every row as it was and, when it was an attempt at something, one entry in the audit log; what is
 * let through does something; and no answer holds a trace of what its asker may not see.
 */

const routes = Object.keys(contract) as RouteName[];

let base: Awaited<ReturnType<typeof buildWorld>>;
let delegatedPath: string;
/** Where what changes nothing is asked, one after the other. */
let shared: Record<'plain' | 'delegated', World>;

const pathFor = (asker: Asker) => (asker === 'delegated' ? delegatedPath : base.path);

beforeAll(async () => {
  base = await buildWorld();
  delegatedPath = await delegate(base.path);
  shared = {
    plain: await openWorld(base.path, base.known),
    delegated: await openWorld(delegatedPath, base.known),
  };
}, 60_000);

afterAll(() => {
  for (const world of Object.values(shared)) world.close();
  for (const path of [base.path, delegatedPath]) rmSync(path, { recursive: true, force: true });
});

function cellOf(route: RouteName, asker: Asker, place: Place): Cell {
  const cell = accessTable[route].cells[askers.indexOf(asker)] ?? 'request.unknown_route';
  return typeof cell === 'string' ? cell : (cell[places.indexOf(place)] ?? 'request.unknown_route');
}

/** An attempt on what is refused by permission, or on what lies out of reach. */
function isAttempt(route: RouteName, expected: Cell): boolean {
  const { access } = contract[route];
  const writes = access.kind === 'permission' && access.write;
  return expected === 'access.denied' || (writes && expected.endsWith('.not_found'));
}

async function attempt(world: World, route: RouteName, asker: Asker, place: Place) {
  const windowId = await world.windowOf(asker);
  const input = await accessTable[route].input(world, place, asker);
  const before = { rows: world.tables.rows(), denials: world.tables.deniedEntries().length };
  const answer = await world.ask(windowId, route, input);
  return {
    answer,
    before,
    after: { rows: world.tables.rows(), denials: world.tables.deniedEntries().length },
  };
}

async function check(world: World, route: RouteName, asker: Asker, place: Place): Promise<void> {
  const { kind, bySecret = false } = accessTable[route];
  const expected = cellOf(route, asker, place);
  const { answer, before, after } = await attempt(world, route, asker, place);
  const where = `${route} by ${asker}, ${place} site`;
  expect([where, answer.ok ? 'ok' : answer.error.code]).toEqual([where, expected]);
  expect([where, after.denials - before.denials]).toEqual([where, isAttempt(route, expected) ? 1 : 0]);
  if (expected !== 'ok' || kind === 'reads') expect([where, after.rows]).toEqual([where, before.rows]);
  else if (kind === 'acts') expect([where, after.rows]).not.toEqual([where, before.rows]);
  const said = bySecret ? '' : JSON.stringify(answer).toLowerCase();
  expect([where, hiddenFrom(asker).filter((trace) => said.includes(trace))]).toEqual([where, []]);
  expect(world.faults).toEqual([]);
}

/** A request that names nothing at a site is asked once. */
const placesOf = (route: RouteName) => (accessTable[route].input.length < 2 ? places.slice(0, 1) : places);

describe('who may ask what, and what comes of it', () => {
  it.each(routes)('%s', { timeout: 60_000 }, async (route) => {
    for (const asker of askers) {
      for (const place of placesOf(route)) {
        const harmless = cellOf(route, asker, place) !== 'ok' || accessTable[route].kind === 'reads';
        if (harmless) {
          await check(shared[asker === 'delegated' ? 'delegated' : 'plain'], route, asker, place);
          continue;
        }
        const fresh = await openWorld(pathFor(asker), base.known);
        try {
          await check(fresh, route, asker, place);
        } finally {
          fresh.close();
        }
      }
    }
  });
});
