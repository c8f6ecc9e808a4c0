import fc from 'fast-check';
import type { z } from 'zod';
import { contract, type RouteName } from '../../../core/contract';
import { fromSchema, type Known, mailHosts } from './from-schema';
import type { Recipe } from './recipe';
import { hostileField, hostileKey, hostilePayload } from './values';

/** `valid`: as the contract has it. `nearly`: that with one thing wrong. `wild`: no form at all. `unknown`: no such route. */
export type Kind = 'valid' | 'nearly' | 'wild' | 'unknown';

export interface HostileRequest {
  kind: Kind;
  route: Recipe;
  payload: Recipe;
}

/**
 * Requests that a fuzz may not let through, asked with what can't pass the contract all the same: `app.quit` ends what is
 * tested, `app.newWindow` opens a process for each, and what is restored or gets another key closes the desk.
 */
const neverLetThrough: readonly RouteName[] = [
  'app.quit',
  'app.newWindow',
  'restore.run',
  'rescue.run',
  'key.change',
];

/** These hash a password, or ask for one. */
export const hashing: readonly RouteName[] = [
  'setup.create',
  'session.signIn',
  'session.unlock',
  'session.choosePassword',
  'session.changePassword',
  'users.create',
  'users.update',
  'users.resetPassword',
  'users.reactivate',
  'invitations.accept',
  'recovery.use',
  'key.unlock',
  'key.recover',
  'key.setPassphrase',
  'key.removePassphrase',
];

/** These walk through everything, or wait for a server that isn't there. */
export const longJobs: readonly RouteName[] = [
  'audit.verify',
  'audit.export',
  'mail.sendTest',
  'mail.trust',
  'mail.sendAll',
  'app.print',
  'backups.make',
  'backups.makeCopy',
  'support.save',
  'backups.status',
  'restore.choose',
  'restore.compare',
  'rescue.found',
  'rescue.choose',
  'rescue.compare',
  'access.export',
  'support.save',
];

const unknownRoutes = fc.oneof(
  fc.constantFrom(
    '',
    'users',
    'users.',
    'USERS.PAGE',
    'users.page ',
    'users.page\0',
    '__proto__',
    'constructor',
  ),
  hostileField,
);

export interface Wanted {
  known: Known;
  /** Never as the contract has it: what would end the state that is tested. */
  withheld?: readonly RouteName[];
  routes?: readonly RouteName[];
}

/** Requests of every kind for every route. */
export function hostileRequests({ known, withheld = [], routes }: Wanted): fc.Arbitrary<HostileRequest> {
  const names = routes ?? (Object.keys(contract) as RouteName[]);
  return fc.oneof(
    { weight: 24, arbitrary: fc.oneof(...names.map((route) => ofRoute(route, known, withheld))) },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant<Kind>('unknown'),
        route: unknownRoutes,
        payload: hostilePayload,
      }),
    },
  );
}

function ofRoute(
  route: RouteName,
  known: Known,
  withheld: readonly RouteName[],
): fc.Arbitrary<HostileRequest> {
  const valid = fromSchema(contract[route].input as z.ZodType, known);
  const as = (kind: Kind) => (payload: Recipe) => ({ kind, route, payload });
  return any().filter(staysHere);

  function any(): fc.Arbitrary<HostileRequest> {
    const refusable = fc.oneof(
      { weight: 2, arbitrary: valid.chain(spoilt).map(as('nearly')) },
      { weight: 1, arbitrary: hostilePayload.map(as('wild')) },
    );
    if (neverLetThrough.includes(route) || withheld.includes(route))
      return refusable.filter(isRefused(route));
    return fc.oneof({ weight: 1, arbitrary: valid.map(as('valid')) }, { weight: 2, arbitrary: refusable });
  }
}

/** No request makes the app look for a server anywhere but on this computer. */
function staysHere({ route, payload }: HostileRequest): boolean {
  if (route !== 'mail.update' || typeof payload !== 'object' || payload === null || !('host' in payload))
    return true;
  return typeof payload.host !== 'string' || mailHosts.includes(payload.host) || payload.host.length > 253;
}

/**
 * By the contract itself. What JSON has no word for may arrive as less than it was: the bridge leaves out what throws when
 * it is read, and makes a prototype of `__proto__`. So what is left without all that has to be wrong as well.
 */
function isRefused(route: RouteName): (request: HostileRequest) => boolean {
  const passes = (payload: unknown) => contract[route].input.safeParse(payload).success;
  return ({ payload }) => isPlainlyThere(payload) && !passes(payload) && !passes(leastOf(payload));
}

function isPlainlyThere(payload: Recipe): boolean {
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return true;
  const fields = Object.entries(payload).filter(([key]) => key !== '__proto__' && key !== '$');
  return !('$' in payload) && fields.some(([, field]) => typeof field !== 'object');
}

/** Without prototypes and without what JSON has no word for, at any depth. */
function leastOf(payload: Recipe): unknown {
  if (typeof payload !== 'object' || payload === null) return payload;
  if (Array.isArray(payload)) return payload.map(leastOf);
  if ('$' in payload) return undefined;
  const fields = Object.entries(payload as Record<string, Recipe>).filter(([key]) => key !== '__proto__');
  return Object.fromEntries(fields.map(([key, field]) => [key, leastOf(field)]));
}

/** The same with one thing wrong: a field replaced, left out, or one too many. */
function spoilt(payload: Recipe): fc.Arbitrary<Recipe> {
  const places = placesIn(payload);
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.constantFrom(...places), hostileField)
        .map(([at, value]) => put(payload, at, value)),
    },
    { weight: 1, arbitrary: fc.constantFrom(...places).map((at) => put(payload, at, undefined)) },
    {
      weight: 1,
      arbitrary: fc.tuple(hostileKey, hostileField).map(([key, value]) => put(payload, [key], value)),
    },
  );
}

type Place = readonly (string | number)[];

/** Every field, at any depth; the whole when there is none. */
function placesIn(value: Recipe, above: Place = []): Place[] {
  if (typeof value !== 'object' || value === null || '$' in value) return [above];
  const within = Object.entries(value).flatMap(([key, field]) => placesIn(field as Recipe, [...above, key]));
  return within.length === 0 ? [above] : within;
}

/** @param field `undefined`: leaves it out. */
function put(value: Recipe, [key, ...below]: Place, field: Recipe | undefined): Recipe {
  if (key === undefined) return field ?? { $: 'undefined' };
  if (Array.isArray(value)) {
    const copy = [...value];
    if (below.length === 0 && field === undefined) copy.splice(Number(key), 1);
    else copy[Number(key)] = put(copy[Number(key)] ?? null, below, field);
    return copy;
  }
  const entries = Object.entries((value ?? {}) as Record<string, Recipe>);
  const others = entries.filter(([name]) => name !== key);
  if (below.length === 0 && field === undefined) return Object.fromEntries(others);
  const old = entries.find(([name]) => name === key)?.[1] ?? null;
  // A key called `$` would be read as one of our own words.
  return Object.fromEntries([...others, [key === '$' ? '$$' : String(key), put(old, below, field)]]);
}
