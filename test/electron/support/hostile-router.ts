import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RouteName } from '../../../core/contract';
import { tempFolder } from '../../support/db';
import { type Campaign, campaign, type Door, noFigures, summary } from '../../support/hostile/campaign';
import type { Known } from '../../support/hostile/from-schema';
import type { Asking } from '../../support/hostile/judge';
import { crosses, make } from '../../support/hostile/recipe';
import { runSeed, tell } from '../../support/seed';
import { startDesk } from './desk';
import { type Asker, openWorld, type World } from './world';

const asking: Record<Asker, Asking> = {
  nobody: { as: 'nobody' },
  member: { as: 'person', role: 'member', settings: { delegation: false } },
  siteAdmin: { as: 'person', role: 'site_admin', settings: { delegation: false } },
  delegated: { as: 'person', role: 'site_admin', settings: { delegation: true } },
  tenantAdmin: { as: 'person', role: 'tenant_admin', settings: { delegation: true } },
};

/** Who asks stays signed in: what would end that is asked for with what can't pass. */
const withheld: readonly RouteName[] = [
  'session.signIn',
  'session.signOut',
  'session.lock',
  'session.endAll',
  'session.end',
];

async function setting(
  world: World,
  asker: Asker,
  windowId: number,
): Promise<Omit<Campaign, 'name' | 'seed' | 'count'>> {
  const state = await world.ask(windowId, 'app.state', {});
  const { userId = '', sites = [] } = state.value.session ?? {};
  const reach = asker === 'tenantAdmin' ? null : { userId, siteIds: sites.map(({ id }) => id) };
  return {
    door: straightTo(world, windowId),
    watch: {
      rows: world.tables.rows,
      outOfReach: () => world.tables.outOfReach(reach),
      secrets: world.tables.secrets,
    },
    who: asking[asker],
    known: { ids: world.tables.ids(), texts: await textsOf(world, windowId) },
    restore: async () => undefined,
    withheld,
  };
}

async function textsOf(world: World, windowId: number): Promise<Known['texts']> {
  const { own, foreign } = world.invitations;
  const list = await world.ask(windowId, 'users.page', {
    query: {
      kind: 'all',
      search: '',
      status: null,
      role: null,
      siteId: null,
      sort: 'email',
      direction: 'asc',
    },
    limit: 5,
  });
  return {
    secret: [own.code, own.link, foreign.code],
    code: [own.code],
    link: [foreign.link],
    cursor: list.ok && list.value.list.cursor !== null ? [list.value.list.cursor] : [],
  };
}

function straightTo({ ask: askDesk }: Pick<World, 'ask'>, windowId: number): Door {
  return {
    async send(requests, together) {
      const ask = async (request: (typeof requests)[number]) => {
        const copied = crosses({ route: make(request.route), payload: make(request.payload) });
        if (!copied.crossed) return { answer: null, ms: 0, thrown: true };
        const { route, payload } = copied.value as { route: RouteName; payload: never };
        const begun = performance.now();
        const answer = await askDesk(windowId, route, payload);
        return { answer, ms: performance.now() - begun };
      };
      const sent = [];
      for (let at = 0; at < requests.length; at += together)
        sent.push(...(await Promise.all(requests.slice(at, at + together).map(ask))));
      return sent;
    },
  };
}

/** So many hostile requests of that person to the router of a desk on a copy of that folder. Answers what broke inside. */
export async function attackRouter(
  base: { path: string; known: Parameters<typeof openWorld>[1] },
  asker: Asker,
  count: number,
): Promise<World['faults']> {
  const world = await openWorld(base.path, base.known);
  const seed = runSeed();
  const figures = noFigures();
  try {
    const windowId = await world.windowOf(asker);
    await campaign({ ...(await setting(world, asker, windowId)), name: asker, seed, count }, figures);
    return world.faults;
  } finally {
    tell(`hostile requests to the router by ${asker}: seed ${seed}, ${summary(figures)}`);
    world.close();
  }
}

/** The same to a desk whose database can't be opened: it says why, offers what is left, and touches nothing. */
export async function attackFailed(count: number): Promise<World['faults']> {
  const path = tempFolder();
  const file = join(path, 'atrium.db');
  writeFileSync(file, 'not a database at all'.repeat(1000));
  const desk = await startDesk({ folder: path });
  const seed = runSeed();
  const figures = noFigures();
  const nobodys = '01890000-0000-7000-8000-000000000000';
  await campaign(
    {
      name: 'a desk that failed',
      door: straightTo(desk, desk.openWindow()),
      watch: {
        rows: () => ({ 'atrium.db': readFileSync(file, 'latin1') }),
        outOfReach: () => () => '',
        secrets: () => [],
      },
      who: { as: 'failed' },
      known: { ids: [nobodys], texts: {} },
      seed,
      count,
      restore: async () => undefined,
    },
    figures,
  );
  tell(`hostile requests to a desk that failed: seed ${seed}, ${summary(figures)}`);
  return desk.faults;
}
