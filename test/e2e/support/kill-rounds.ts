import { expect, type Page } from '@playwright/test';
import type { RequestOutput } from '../../../core/contract';
import { chance } from '../../support/seed';
import { Shell } from '../pages/shell';
import { SignInPage } from '../pages/sign-in-page';
import type { Desk } from './desk';
import { ada } from './nordhaus';
import { request } from './request';

interface Writing {
  atrium: { request(route: string, payload: unknown): Promise<{ ok: boolean }> };
  acknowledged(name: string): Promise<void>;
}

/** What the rounds came to. */
export interface KillCounts {
  rounds: number;
  acknowledged: number;
  /** Killed after the write and before anybody heard of it. */
  unheard: number;
}

/**
 * A page writes as fast as main answers, and the app's main process is killed in the middle of it; then it is started again, and
 * everything it had acknowledged is on the screen. Again and again on the same folder.
 */
export async function killWhileWriting(desk: Desk, rounds: number, seed: number): Promise<KillCounts> {
  const choose = chance(seed);
  const acknowledged = new Set<string>();
  const counts: KillCounts = { rounds: 0, acknowledged: 0, unheard: 0 };
  let page = desk.window;
  await (await SignInPage.shown(page)).signIn(ada);
  for (let round = 0; round < rounds; round += 1) {
    const heard = await killedAfter(desk, page, round, choose.between(1, 25));
    for (const name of heard) acknowledged.add(name);
    page = await desk.start();
    await (await SignInPage.shown(page)).signIn(ada);
    const stored = await expectedVisitors(page);
    expect([...acknowledged].filter((name) => !stored.has(name))).toEqual([]);
    await expectOnScreen(page, heard.at(-1) ?? '');
    counts.unheard += stored.size - acknowledged.size;
    for (const name of stored) acknowledged.add(name);
    counts.rounds += 1;
  }
  counts.acknowledged = acknowledged.size - counts.unheard;
  return counts;
}

/** Answers what was acknowledged before the process was gone. */
async function killedAfter(desk: Desk, page: Page, round: number, enough: number): Promise<string[]> {
  const heard: string[] = [];
  let reached = () => {};
  const killing = new Promise<void>((resolve) => {
    reached = resolve;
  });
  await page.exposeFunction('acknowledged', (name: string) => {
    heard.push(name);
    if (heard.length >= enough) reached();
  });
  const siteId = await firstSite(page);
  const { hosts } = await answered(request(page, 'visits.hosts', { siteId, search: '' }));
  const visit = {
    siteId,
    hostId: hosts[0]?.id ?? '',
    ...{
      company: null,
      visitorEmail: null,
      purpose: null,
      expectedArrivalAt: null,
      expectedDepartureAt: null,
    },
  };
  const writing = page
    .evaluate(
      async ({ given, prefix }) => {
        const { atrium, acknowledged } = globalThis as unknown as Writing;
        for (let n = 1; ; n += 1) {
          const visitorName = `${prefix} ${n}`;
          const { ok } = await atrium.request('visits.register', { ...given, visitorName });
          if (!ok) throw new Error(`${visitorName} was refused`);
          void acknowledged(visitorName);
        }
      },
      { given: visit, prefix: `Round ${round} visitor` },
    )
    // The page is gone with the process.
    .catch(() => undefined);
  await killing;
  await desk.kill();
  await writing;
  return heard;
}

async function expectedVisitors(page: Page): Promise<Set<string>> {
  const names = new Set<string>();
  let before: string | null = null;
  do {
    const answer: RequestOutput<'visits.page'> = await answered(
      request(page, 'visits.page', {
        siteId: await firstSite(page),
        tab: 'expected',
        search: '',
        before,
        limit: 200,
      }),
    );
    for (const { visitorName } of answer.rows) if (visitorName !== null) names.add(visitorName);
    before = answer.next;
  } while (before !== null);
  return names;
}

async function expectOnScreen(page: Page, visitor: string): Promise<void> {
  const visits = await (await Shell.shown(page)).openVisits();
  await visits.search.fill(visitor);
  await expect(visits.row(visitor)).toBeVisible();
}

/** The one the page shows first. */
async function firstSite(page: Page): Promise<string> {
  const { sites } = await answered(request(page, 'sites.list', {}));
  return sites[0]?.id ?? '';
}

async function answered<T>(
  asking: Promise<{ ok: true; value: T } | { ok: false; error: { code: string } }>,
): Promise<T> {
  const answer = await asking;
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}
