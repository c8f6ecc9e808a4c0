import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AppState } from '../../core/contract/app';
import { connect } from '../../core/db/connection';
import { AppError } from '../../core/errors/app-error';
import type { Desk } from '../../electron/desk';
import { createDeskHost, type Start } from '../../electron/desk-host';
import { fileKeyStore } from '../../electron/platform/key-store/file-store';
import { addPerson, admin, type ReadyDesk, startDesk, startReadyDesk } from './support/desk';

afterEach(() => {
  vi.useRealTimers();
});

type Test = Pick<ReadyDesk, 'ask' | 'openWindow'>;

const phaseOf = async (test: Test, windowId: number) =>
  (await test.ask(windowId, 'app.state', {})).value.phase;
const told = (test: ReadyDesk) =>
  test.windows.sent.filter((sent) => sent.event === 'app.changed').map(({ payload }) => payload);

/** Work that goes on until the test says so. */
function longWork() {
  let end = (_error?: unknown) => {};
  const work = new Promise<string>((resolve, reject) => {
    end = (error) => (error === undefined ? resolve('done') : reject(error));
  });
  return { work: () => work, end: (error?: unknown) => end(error) };
}

describe('a desk that is opened again', () => {
  it('closes the file for the work, ends the sessions, and has everything again afterwards', async () => {
    const test = await startReadyDesk();
    const other = await addPerson(test, 'bo@nordlicht.example', 'member');
    const answer = await test.desk.reopen('restoring', async ({ path, key, keyStore }) => {
      expect(path).toBe(test.folder.database);
      expect(existsSync(`${path}-wal`)).toBe(false);
      expect(await keyStore.read()).toEqual(key);
      // Nobody else has it open.
      const client = connect(path, key ?? new Uint8Array());
      client.exec('begin exclusive');
      const people = client.prepare('select count(*) as count from user').get();
      client.close();
      return people;
    });
    expect(answer).toEqual({ count: 2 });
    expect(await phaseOf(test, test.windowId)).toBe('signIn');
    expect(await phaseOf(test, other.windowId)).toBe('signIn');
    expect((await test.ask(test.windowId, 'session.signIn', admin)).value.phase).toBe('ready');
    const sessions = await test.ask(test.windowId, 'session.list', { userId: other.id });
    expect(sessions.value.sessions).toEqual([]);
    expect(test.faults).toEqual([]);
  });

  it('shows every window what is being done and how far it is, refuses the rest, and lets nobody else begin', async () => {
    const test = await startReadyDesk();
    const long = longWork();
    const done = test.desk.reopen('changingKey', async ({ report }) => {
      report('backingUp');
      report('changingKey', 0.25);
      return long.work();
    });
    const working = () => test.ask(test.windowId, 'app.state', {});
    await expect
      .poll(async () => (await working()).value.work)
      .toEqual({ doing: 'changingKey', progress: 0.25 });
    expect((await working()).value).toMatchObject({ phase: 'working', session: null, organisation: null });
    expect((await test.ask(test.openWindow(), 'session.signIn', admin)).error).toEqual({
      code: 'app.working',
      data: {},
    });
    await expect(test.desk.reopen('restoring', async () => 1)).rejects.toMatchObject({ code: 'app.working' });
    // What the app's life brings meanwhile.
    test.desk.tick();
    test.desk.lockAll();
    test.desk.input(test.windowId);
    test.desk.windowClosed(test.windowId);
    const link = `atrium-desk://invitation/${'A'.repeat(22)}`;
    test.desk.openLink(link);
    let parted = false;
    const finished = test.desk.finish()?.then(() => {
      parted = true;
    });
    expect(parted).toBe(false);
    long.end();
    expect(await done).toBe('done');
    await finished;
    expect(told(test).at(0)).toEqual({ outcome: null });
    expect(told(test).at(-1)).toEqual({ outcome: { did: 'changingKey', error: null } });
    expect(await phaseOf(test, test.windowId)).toBe('signIn');
    expect((await test.ask(test.windowId, 'app.openedLink', {})).ok).toBe(true);
  });

  it('has what was there when the work fails, and every window hears of it', async () => {
    const test = await startReadyDesk();
    const refused = test.desk.reopen('restoring', async () => {
      throw new AppError('database.disk_full');
    });
    await expect(refused).rejects.toMatchObject({ code: 'database.disk_full' });
    expect(told(test).at(-1)).toEqual({
      outcome: { did: 'restoring', error: { code: 'database.disk_full', data: {} } },
    });
    expect((await test.ask(test.windowId, 'session.signIn', admin)).value.phase).toBe('ready');

    const broke = test.desk.reopen('restoring', async () => {
      throw new Error('nobody meant this');
    });
    await expect(broke).rejects.toMatchObject({ code: 'request.failed' });
    expect(test.faults.map(({ where }) => where)).toEqual(['restoring']);
    expect(await phaseOf(test, test.windowId)).toBe('signIn');
  });

  it('can be one that failed to open, once what was wrong is put right', async () => {
    const first = await startReadyDesk();
    first.close();
    const keyFile = join(first.path, 'test.key');
    const key = readFileSync(keyFile);
    rmSync(keyFile);
    const test = await startDesk({ folder: first.path });
    const windowId = test.openWindow();
    expect(await phaseOf(test, windowId)).toBe('failed');
    await test.desk.reopen('opening', async (closed) => {
      expect(closed.key).toBeNull();
      writeFileSync(keyFile, key);
    });
    expect(await phaseOf(test, windowId)).toBe('signIn');
    expect(test.windows.sent.at(-1)).toEqual({ windowId, event: 'app.changed', payload: { outcome: null } });
  });

  it('becomes one that says why when it can’t be opened any more', async () => {
    const test = await startReadyDesk();
    await test.desk.reopen('restoring', async ({ path }) => writeFileSync(path, Buffer.alloc(8192, 7)));
    expect((await test.ask(test.windowId, 'app.state', {})).value).toMatchObject({
      phase: 'failed',
      failure: { code: 'database.corrupt' },
    });
  });

  it('lets a request that was under way end first', async () => {
    const test = await startReadyDesk();
    const under = test.ask(test.openWindow(), 'session.signIn', { ...admin, password: 'not this one' });
    await test.desk.reopen('restoring', async () => undefined);
    expect((await under).error.code).toBe('sign_in.refused');
    expect(test.faults).toEqual([]);
  });
});

/** A host over a desk that opens when the test says so. */
function slowStart() {
  const sent: unknown[] = [];
  let begun: Start | null = null;
  let open = (_desk: Desk) => {};
  const host = createDeskHost({
    databasePath: '/nowhere/atrium.db',
    keyStore: fileKeyStore('/nowhere/atrium.key'),
    compose: (start) => {
      begun = start;
      return new Promise((resolve) => {
        open = resolve;
      });
    },
    working: (work) => async () => ({ ok: true, value: { phase: 'working', work: work() } }),
    windows: { ids: () => [1], send: (_id, event) => sent.push(event), setLanguage: () => undefined },
    refusalOf: () => new AppError('app.working'),
  });
  const ask = (route: string) => host.router({ windowId: 1, route, payload: {} });
  const opened = { router: async () => ({ ok: true, value: { phase: 'signIn' } }) };
  return {
    host,
    ask,
    sent,
    report: (...what: Parameters<Start['report']>) => begun?.report(...what),
    open: (further: Partial<Desk> = {}) => open({ ...opened, ...further } as unknown as Desk),
  };
}

describe('a backup that is being made', () => {
  it('ends before the file closes, however long it takes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const { host, open } = slowStart();
    let through = () => {};
    const done: string[] = [];
    open({
      finish: () =>
        new Promise((resolve) => {
          through = resolve;
        }),
      endSessions: () => undefined,
      close: () => done.push('closed'),
    });
    await host.opened;
    void host.reopen('restoring', async () => undefined);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(done).toEqual([]);
    through();
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toEqual(['closed']);
  });
});

describe('a start', () => {
  it('has pages wait for its answer', async () => {
    const { ask, open, sent } = slowStart();
    const state = ask('app.state');
    open();
    expect(await state).toMatchObject({ value: { phase: 'signIn' } });
    expect(sent).toEqual([]);
  });

  it('that takes long says what it does, and then that it is done', async () => {
    const { host, ask, report, open, sent } = slowStart();
    const state = ask('app.state');
    report('migrating', 0.5);
    const work: AppState['work'] = { doing: 'migrating', progress: 0.5 };
    expect(await state).toMatchObject({ value: { phase: 'working', work } });
    await expect(host.reopen('restoring', async () => 1)).rejects.toMatchObject({ code: 'app.working' });
    open();
    await host.opened;
    expect(await ask('app.state')).toMatchObject({ value: { phase: 'signIn' } });
    expect(sent).toEqual(['app.changed', 'app.changed']);
  });
});
