import { dirname } from 'node:path';
import { expect, test } from '../fixtures';
import { SignInPage } from '../pages/sign-in-page';
import { attackDesk, attackFirstRun } from '../support/hostile/attack';
import { ada } from '../support/nordhaus';
import { request } from '../support/request';

/**
 * A page that was taken over sends what no form would, over the real bridge: every request of the contract as it should
 * be, with one thing wrong, and without any form. By the hundred thousand: test/e2e/long/hostile-*.spec.ts.
 */

test('in every state of a window, hostile requests are answered by their type and change nothing they may not', async ({
  desk,
}) => {
  test.setTimeout(300_000);
  await attackDesk(desk, dirname(desk.dataFolder), {
    nobody: 600,
    member: 600,
    locked: 400,
    passwordDue: 400,
    siteAdmin: 600,
    delegated: 800,
    tenantAdmin: 1200,
  });
});

test('the bridge takes any number of anything, and listens to nobody who can’t hear', async ({ desk }) => {
  const { page } = await SignInPage.shown(desk.window);
  const outcomes = await page.evaluate(async () => {
    type Loose = (...given: unknown[]) => unknown;
    const { request, on } = (globalThis as unknown as { atrium: { request: Loose; on: Loose } }).atrium;
    const lists: unknown[][] = [
      [],
      ['app.state'],
      ['app.state', {}, {}, 'more'],
      [{}, 'app.state'],
      [['app.state'], {}],
    ];
    const codes: string[] = [];
    for (const list of lists) {
      const answer = (await request(...list)) as { ok: boolean; error?: { code: string } };
      codes.push(answer.ok ? 'ok' : (answer.error?.code ?? 'untyped'));
    }
    for (const list of [
      [],
      ['session.changed'],
      ['session.changed', 5],
      [7, () => 1],
      ['session.changed', 'text'],
    ]) {
      try {
        on(...list);
      } catch {
        // Refused by the bridge itself.
      }
    }
    return codes;
  });
  const [malformed, unknown] = ['request.malformed', 'request.unknown_route'];
  expect(outcomes).toEqual([malformed, malformed, 'ok', unknown, unknown]);
  // The window still hears what main tells it.
  const users = await (await SignInPage.shown(page)).signIn(ada);
  await expect(users.card('Total Users')).toContainText('3');
  await request(page, 'session.lock', {});
  await expect(page.getByRole('heading', { name: 'Locked' })).toBeVisible();
});

test.describe('on an empty desk', () => {
  test.use({ beginning: 'empty' });

  test('hostile requests set nothing up, and of many set-ups at once one holds', async ({ desk }) => {
    test.setTimeout(120_000);
    await attackFirstRun(desk, dirname(desk.dataFolder), 400);
  });
});
