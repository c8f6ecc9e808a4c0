import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { lookAt, type Tables } from '../../../electron/support/tables';
import { campaign, type Figures, noFigures, percentile, summary } from '../../../support/hostile/campaign';
import type { Asking } from '../../../support/hostile/judge';
import { runSeed, tell } from '../../../support/seed';
import type { Desk } from '../desk';
import { openBehind } from '../newer-database';
import { ada, bruno, nordhaus } from '../nordhaus';
import { request } from '../request';
import { overTheBridge } from './bridge';
import { type Cast, done, dora, fill, type Person, sam, tess } from './cast';
import { type Aim, bring, Chief, signIn } from './window';

/** States of a window, each attacked by itself; delegation stays on once it is. */
export const states = [
  'nobody',
  'member',
  'locked',
  'passwordDue',
  'siteAdmin',
  'delegated',
  'tenantAdmin',
] as const;
export type State = (typeof states)[number];

const plain = { delegation: false };
const stories: Record<
  State,
  { asking: Asking; phase: Aim['phase']; who: [keyof Cast['ids'], Person] | null }
> = {
  nobody: { asking: { as: 'nobody' }, phase: 'signIn', who: null },
  member: {
    asking: { as: 'person', role: 'member', settings: plain },
    phase: 'ready',
    who: ['bruno', bruno],
  },
  locked: { asking: { as: 'locked' }, phase: 'locked', who: ['bruno', bruno] },
  passwordDue: { asking: { as: 'passwordDue' }, phase: 'passwordDue', who: ['dora', dora] },
  siteAdmin: {
    asking: { as: 'person', role: 'site_admin', settings: plain },
    phase: 'ready',
    who: ['sam', sam],
  },
  delegated: {
    asking: { as: 'person', role: 'site_admin', settings: { delegation: true } },
    phase: 'ready',
    who: ['sam', sam],
  },
  tenantAdmin: {
    asking: { as: 'person', role: 'tenant_admin', settings: { delegation: true } },
    phase: 'ready',
    who: ['tess', tess],
  },
};

/** Once the window is somebody's: further sign-ins would make it somebody else's. */
const withheld = ['session.signIn'] as const;

/** Attacks a window of Nordhaus in these states, so many requests in each. Prints what came of it. */
export async function attackDesk(
  desk: Desk,
  home: string,
  counts: Partial<Record<State, number>>,
): Promise<Figures> {
  await keepToItself(desk, home);
  await signIn(desk.window, desk.clock, ada);
  const chief = new Chief(desk.window, desk.clock, ada);
  const cast = await fill(chief.page);
  const page = await desk.windowFrom(() => done(chief.page, 'app.newWindow', {}).then(() => undefined));
  const tables = look(desk);
  const spared = await chiefs(chief.page, cast);
  const seed = runSeed();
  const figures = noFigures();
  try {
    for (const state of states) {
      const count = counts[state] ?? 0;
      if (count === 0) continue;
      if (state === 'delegated') await delegate(chief);
      const { asking, phase, who } = stories[state];
      const aim = { phase, who: who && { id: cast.ids[who[0]], password: who[1].password } };
      await bring({ page, clock: desk.clock, chief }, aim);
      const { session } = await done(page, 'app.state', {});
      const reach = { userId: session?.userId ?? '', siteIds: session?.sites.map(({ id }) => id) ?? [] };
      await campaign(
        {
          name: state,
          door: overTheBridge(page),
          watch: { ...tables, outOfReach: () => tables.outOfReach(state === 'tenantAdmin' ? null : reach) },
          who: asking,
          known: { ids: tables.ids().filter((id) => !spared.has(id)), texts: cast.texts },
          seed,
          count,
          restore: () => bring({ page, clock: desk.clock, chief }, aim),
          ...(state === 'nobody' ? {} : { withheld }),
          // Who may set mail up makes the desk send, try again and give up, whenever that is due.
          ...(state === 'tenantAdmin' ? { byItself: ['mail_message'] } : {}),
        },
        figures,
      );
    }
    await expectAlive(desk, [chief.page, page]);
  } finally {
    tell(
      `hostile requests over the bridge, ${Object.keys(counts).join(', ')}: seed ${seed}, ${summary(figures)}`,
    );
    tables.close();
  }
  return figures;
}

/** A window of a desk without an organisation. At the end all at once want to be the first: one is. */
export async function attackFirstRun(desk: Desk, home: string, count: number): Promise<Figures> {
  await keepToItself(desk, home);
  const page = desk.window;
  await done(page, 'app.state', {});
  const tables = look(desk);
  const seed = runSeed();
  const figures = noFigures();
  try {
    await campaign(
      {
        name: 'not set up',
        door: overTheBridge(page),
        watch: { ...tables, outOfReach: () => tables.outOfReach({ userId: '', siteIds: [] }) },
        who: { as: 'notSetUp' },
        known: { ids: ['01890000-0000-7000-8000-000000000000'], texts: {} },
        seed,
        count,
        restore: () => Promise.resolve(),
        withheld: ['setup.create'],
      },
      figures,
    );
    const organisation = {
      organisationName: nordhaus.name,
      siteName: nordhaus.site,
      ...ada,
      roleModel: 'three',
    };
    const first = await overTheBridge(page).send(
      Array.from({ length: 20 }, () => ({
        kind: 'valid' as const,
        route: 'setup.create',
        payload: organisation,
      })),
      20,
    );
    const outcomes = first.map(({ answer }) => {
      const given = answer as { ok: boolean; error?: { code: string } };
      return given.ok ? 'ok' : given.error?.code;
    });
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'setup.already_done')).toHaveLength(19);
    await expectAlive(desk, [page]);
  } finally {
    tell(`hostile requests over the bridge before set-up: seed ${seed}, ${summary(figures)}`);
    tables.close();
  }
  return figures;
}

function look(desk: Desk): Tables {
  const { client, key } = openBehind(desk);
  return lookAt(client, key);
}

/** Without hashing and long jobs, on a machine that does nothing else. */
export function expectQuick({ times }: Figures): void {
  expect(percentile(times, 99), 'p99 in ms').toBeLessThanOrEqual(100);
}

/** Every dialog is answered, what is saved stays in the story's own folder, no other program opened. */
async function keepToItself(desk: Desk, home: string): Promise<void> {
  await desk.savesSheetsAs(join(home, 'saved'));
  await desk.opensNothing();
  await desk.mailProgram();
}

async function delegate(chief: Chief): Promise<void> {
  await chief.ready();
  const { version, initialPassword, temporaryPasswordHours, idleLockMinutes } = await done(
    chief.page,
    'organisation.get',
    {},
  );
  const stands = { version, initialPassword, temporaryPasswordHours, idleLockMinutes };
  await done(chief.page, 'security.update', { ...stands, delegation: true });
}

/** What belongs to the one who puts things right again: no request names it. */
async function chiefs(page: Page, { ids }: Cast): Promise<ReadonlySet<string>> {
  const { sessions } = await done(page, 'session.list', { userId: ids.ada });
  return new Set([ids.ada, ...sessions.map(({ id }) => id)]);
}

/** Nothing broke where nobody looks, and every window still answers and draws. */
async function expectAlive(desk: Desk, pages: readonly Page[]): Promise<void> {
  for (const page of pages) {
    expect(await request(page, 'app.state', {})).toMatchObject({ ok: true });
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  const logs = ['atrium.log', 'atrium.log.1'].map((name) => join(desk.dataFolder, 'logs', name));
  const lines = logs.flatMap((file) => (existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []));
  expect(lines.filter((line) => /"fault":|window\.crashed/.test(line))).toEqual([]);
}
