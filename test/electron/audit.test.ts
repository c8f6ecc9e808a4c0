import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLongJobs } from '../../electron/ipc/long-jobs';
import type { CurrentSession } from '../../electron/window/window-sessions';
import { addPerson, admin, startDesk, startReadyDesk } from './support/desk';

const everything = {
  actorId: null,
  subjectId: null,
  topic: null,
  siteId: null,
  from: null,
  before: null,
  text: '',
};

describe('the log’s end, as the app keeps it', () => {
  it('is noted beside the database when the app closes, and vouches for the log at the next start', async () => {
    const first = await startReadyDesk();
    first.close();
    expect(existsSync(join(first.path, 'atrium.anchor'))).toBe(true);

    const next = await startDesk({ folder: first.path, clock: first.clock });
    const windowId = next.openWindow();
    await next.ask(windowId, 'session.signIn', admin);
    const { value } = await next.ask(windowId, 'audit.verify', {});
    expect(value).toMatchObject({ problem: null, anchor: { state: 'kept', since: first.clock.now() } });
  });

  it.each([
    ['taken away', (path: string) => rmSync(path)],
    ['changed', (path: string) => writeFileSync(path, '{}')],
  ])('that was %s is made anew, which the log says', async (_how, harm) => {
    const first = await startReadyDesk();
    first.close();
    harm(join(first.path, 'atrium.anchor'));
    first.clock.advance(60_000);
    const next = await startDesk({ folder: first.path, clock: first.clock });
    const windowId = next.openWindow();
    await next.ask(windowId, 'session.signIn', admin);
    const verdict = (await next.ask(windowId, 'audit.verify', {})).value;
    expect(verdict).toMatchObject({ problem: null, anchor: { since: first.clock.now() } });
    const { entries } = (
      await next.ask(windowId, 'audit.page', {
        filter: { ...everything, topic: 'log' },
        after: null,
        limit: 50,
      })
    ).value;
    expect(entries.map(({ action }) => action)).toContain('audit.anchor');
  });
});

it('windows that may see the log hear that it has grown, others don’t', async () => {
  const test = await startReadyDesk();
  const member = await addPerson(test, 'bo@nordlicht.example', 'member');
  test.windows.sent.length = 0;
  test.desk.tick();
  const told = test.windows.sent
    .filter(({ event }) => event === 'audit.changed')
    .map(({ windowId }) => windowId);
  expect(told).toEqual([test.windowId]);
  expect(told).not.toContain(member.windowId);
});

it('an export goes into the file the person chose', async () => {
  const test = await startReadyDesk();
  const asked = { filter: { ...everything, topic: 'sites' as const }, format: 'json' as const };
  const { value } = await test.ask(test.windowId, 'audit.export', asked);
  const [file] = test.windows.asked.files;
  expect(value).toEqual({ saved: { path: await file?.finish(), entries: 1 } });
  expect(JSON.parse(file?.text() ?? '')).toMatchObject([{ action: 'site.create', site: { name: 'Hafen' } }]);
});

describe('walks through the whole log', () => {
  const session = (sessionId: string, locked = false) => ({ held: { sessionId }, locked }) as CurrentSession;

  function jobs() {
    const sent: unknown[] = [];
    const state = { current: session('s') as CurrentSession | null, open: true };
    const longJobs = createLongJobs({
      current: () => state.current,
      has: () => state.open,
      send: (windowId, event, payload) => sent.push([windowId, event, payload]),
    });
    return { longJobs, sent, state };
  }

  it('run one at a time, tell their own window how far they are, and are stopped by it alone', async () => {
    const { longJobs, sent } = jobs();
    let stopped = false;
    let end: (value: string) => void = () => undefined;
    const running = longJobs.run(1, (job) => {
      job.progress(5, 10);
      job.signal.addEventListener('abort', () => {
        stopped = true;
      });
      return new Promise<string>((resolve) => {
        end = resolve;
      });
    });
    await expect(longJobs.run(2, async () => 'x')).rejects.toMatchObject({ code: 'audit.busy' });
    longJobs.cancel(2);
    expect(stopped).toBe(false);
    longJobs.cancel(1);
    expect(stopped).toBe(true);
    end('done');
    expect(await running).toBe('done');
    expect(sent).toEqual([[1, 'audit.progress', { done: 5, total: 10 }]]);
    expect(await longJobs.run(2, async () => 'next')).toBe('next');
  });

  it('end with the session they were begun in and with the window, and say nothing to a locked one', async () => {
    const { longJobs, sent, state } = jobs();
    await expect(
      longJobs.run(1, async ({ progress }) => {
        state.current = session('s', true);
        progress(1, 2);
        state.current = session('another');
        progress(2, 2);
      }),
    ).rejects.toMatchObject({ code: 'access.session_required' });
    expect(sent).toEqual([]);
    await longJobs.run(1, async ({ progress, signal }) => {
      state.open = false;
      progress(1, 2);
      expect(signal.aborted).toBe(true);
    });
  });
});
