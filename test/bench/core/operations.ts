import type { ListQuery } from '../../../core/contract/users';
import { createArgon2Hasher } from '../../../core/services/hashing/argon2-hasher';
import { accessFigures } from './access-history';
import type { BetterAuthDesk } from './better-auth.mjs';
import { type Contender, type Figure, inTurn } from './measure';
import type { OurDesk } from './ours';
import { needles } from './population';
import type { RawDesk } from './raw';

export interface Desks {
  n: number;
  ours: OurDesk;
  raw: RawDesk;
  /** Only at the largest size: the smaller ones tell how ours grows. */
  betterAuth: BetterAuthDesk | null;
}

/** A read takes a fraction of a millisecond, and a machine's other work as long. */
const readings = { ours: 300, raw: 300, 'better-auth': 12 };
const writings = { ours: 60, raw: 60, 'better-auth': 12, 'its own hash': 60 };
const everybody: ListQuery = {
  kind: 'all',
  search: '',
  status: null,
  role: null,
  siteId: null,
  sort: 'email',
  direction: 'asc',
};

/** Every figure at the service layer, one after the other. */
export async function* coreFigures(desks: Desks): AsyncGenerator<Figure> {
  yield* reading(desks);
  yield* writing(desks);
  // Last: it changes a fifth of all people.
  yield* accessFigures(desks.n, desks.ours);
}

async function* reading({ n, ours, raw, betterAuth }: Desks): AsyncGenerator<Figure> {
  const { services, admin } = ours;
  const window = (query: Partial<ListQuery>, start = 0) =>
    services.directory.window(admin, {
      query: { ...everybody, ...query },
      window: { start, limit: 50, anchor: null },
    });
  const figure = async (
    op: string,
    all: { ours: () => unknown; raw: () => unknown; peer?: () => unknown },
  ) => ({
    op,
    n,
    times: await inTurn(contenders(all), readings),
  });
  const contenders = (all: { ours: () => unknown; raw: () => unknown; peer?: () => unknown }) => {
    const made: Record<string, Contender> = { ours: { run: all.ours }, raw: { run: all.raw } };
    if (betterAuth !== null && all.peer !== undefined) made['better-auth'] = { run: all.peer };
    return made;
  };

  yield await figure('list.page1', {
    ours: () => window({}),
    raw: raw.listPage,
    peer: () => betterAuth?.listPage(),
  });

  const half = Math.floor(n / 2);
  const middle = window({}, half);
  const anchor = { index: half, cursor: middle.cursor ?? '' };
  yield await figure('list.middle', {
    ours: () =>
      services.directory.window(admin, { query: everybody, window: { start: half + 50, limit: 50, anchor } }),
    raw: raw.middleFrom(),
    peer: () => betterAuth?.middle(),
  });

  for (const [name, needle] of Object.entries(needles(n))) {
    yield await figure(`search.${name}`, {
      ours: () => window({ search: needle }),
      raw: () => raw.search(needle),
      peer: () => betterAuth?.search(needle),
    });
  }

  yield await figure('filter.role', {
    ours: () => window({ role: 'site_admin' }),
    raw: () => raw.filterByRole('site_admin'),
    peer: () => betterAuth?.filterByRole('site_admin'),
  });
  yield await figure('statistics', {
    ours: () => services.directory.statistics(admin),
    raw: raw.statistics,
    peer: () => betterAuth?.statistics(),
  });
  yield await figure('session.check', {
    ours: () => services.sessions.check(admin.sessionId),
    raw: raw.checkSession,
    peer: () => betterAuth?.checkSession(),
  });
}

/** What each run changes differs from run to run, so every contender counts its own. */
async function* writing({ n, ours, raw, betterAuth }: Desks): AsyncGenerator<Figure> {
  const { services, admin, siteIds } = ours;
  const siteId = siteIds[1] ?? '';
  const counter = () => {
    let count = 0;
    return () => count++;
  };
  const measured = async (op: string, all: Record<string, () => unknown>): Promise<Figure> => ({
    op,
    n,
    times: await inTurn(
      Object.fromEntries(Object.entries(all).map(([name, run]) => [name, { run }])),
      writings,
    ),
  });

  const [invitedHere, invitedRaw, invitedThere] = [counter(), counter(), counter()];
  yield await measured('invite', {
    ours: () =>
      services.invitations.create(admin, {
        email: `new${invitedHere()}@invited.example`,
        role: 'member',
        siteIds: [siteId],
      }),
    raw: () => {
      const count = invitedRaw();
      raw.invite(`new${count}@invited.example`, `token ${count}`);
    },
    ...(betterAuth && { 'better-auth': () => betterAuth.invite(`new${invitedThere()}@invited.example`) }),
  });

  const waiting = prepareAcceptances(ours, raw, siteId);
  const theirs = betterAuth ? await prepareTheirs(betterAuth) : [];
  yield await measured('accept', {
    ours: () => waiting.ours(),
    raw: () => waiting.raw(),
    ...(betterAuth && {
      'better-auth': () => {
        const next = theirs.pop();
        if (next === undefined) throw new Error('Too few prepared');
        return betterAuth.accept(next);
      },
    }),
  });

  // An account with a password, beside nothing but its own hash.
  const [created, hashed] = [counter(), createArgon2Hasher()];
  const password = 'seven quiet ferns';
  yield await measured('create_with_password', {
    ours: () =>
      services.users.create(admin, {
        email: `made${created()}@created.example`,
        displayName: 'Somebody Made',
        role: 'member',
        siteIds: [siteId],
        password,
        mustChangePassword: true,
        removeInvitationId: null,
      }),
    'its own hash': () => hashed.hash(password),
  });

  // Members from the middle on, whatever the size: see population.ts for who is what.
  const [here, there, peer] = [counter(), counter(), counter()];
  const member = (count: number) => Math.floor(n / 2) + Math.floor(count / 80) * 100 + 10 + (count % 80);
  yield await measured('deactivate', {
    ours: () => services.users.deactivate(admin, { id: ours.ids[member(here())] ?? '' }),
    raw: () => raw.deactivate(member(there())),
    ...(betterAuth && { 'better-auth': () => betterAuth.deactivate(member(peer())) }),
  });
}

const acceptances = 80;

function prepareAcceptances({ quick: services, admin }: OurDesk, raw: RawDesk, siteId: string) {
  const codes: string[] = [];
  const tokens: string[] = [];
  for (let count = 0; count < acceptances; count += 1) {
    const email = `ready${count}@invited.example`;
    codes.push(services.invitations.create(admin, { email, role: 'member', siteIds: [siteId] }).code);
    raw.invite(email, `ready ${count}`);
    tokens.push(`ready ${count}`);
  }
  return {
    ours: () =>
      services.invitations.accept({
        secret: codes.pop() ?? '',
        displayName: 'Somebody New',
        password: 'nine tin whistles',
      }),
    raw: () => raw.accept(tokens.pop() ?? ''),
  };
}

async function prepareTheirs(betterAuth: BetterAuthDesk) {
  const made: Awaited<ReturnType<BetterAuthDesk['invited']>>[] = [];
  for (let count = 0; count < 20; count += 1)
    made.push(await betterAuth.invited(`ready${count}@invited.example`));
  return made;
}
