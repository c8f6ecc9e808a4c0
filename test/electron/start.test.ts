import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contract, type RouteName } from '../../core/contract';
import { connect } from '../../core/db/connection';
import { fileKeyStore } from '../../electron/platform/key-store/file-store';
import { tempFolder } from '../support/db';
import { addPerson, admin, startDesk, startReadyDesk } from './support/desk';

/** A folder in which an organisation was set up, with the app closed. */
async function usedFolder() {
  const test = await startReadyDesk();
  test.close();
  return { path: test.path, database: join(test.path, 'atrium.db'), key: join(test.path, 'test.key') };
}

async function failureAt(path: string) {
  const test = await startDesk({ folder: path });
  return (await test.ask(test.openWindow(), 'app.state', {})).value;
}

describe('a start', () => {
  it('makes key and database, in this order, and asks for the set-up', async () => {
    const test = await startDesk();
    const state = (await test.ask(test.openWindow(), 'app.state', {})).value;
    expect(state).toMatchObject({
      phase: 'setUp',
      failure: null,
      organisation: null,
      session: null,
      version: '1.2.3',
    });
    expect(state.now).toBe(test.clock.now());
    expect(await fileKeyStore(join(test.path, 'test.key')).read()).toHaveLength(32);
    expect(readFileSync(test.folder.database).includes('SQLite format 3')).toBe(false);
  });

  it('lets people in although what came due meanwhile can’t be done yet', async () => {
    const first = await startReadyDesk();
    const { id } = await addPerson(first, 'bo@nordlicht.example', 'member');
    const { version } = (await first.ask(first.windowId, 'users.get', { id })).value;
    const leavesAt = first.clock.now() + 60_000;
    await first.ask(first.windowId, 'users.setEndDate', { id, version, leavesAt });
    first.close();
    const key = (await fileKeyStore(join(first.path, 'test.key')).read()) ?? new Uint8Array();
    const client = connect(join(first.path, 'atrium.db'), key);
    client.exec("create trigger broken before update on user begin select raise(abort, 'broken'); end");
    client.close();
    first.clock.advance(60_000);

    const second = await startDesk({ folder: first.path, clock: first.clock });
    expect(second.faults.map(({ where }) => where)).toEqual(['due']);
    const answer = await second.ask(second.openWindow(), 'session.signIn', admin);
    expect(answer.value).toMatchObject({ phase: 'ready' });
  });

  it('finds everything again', async () => {
    const { path } = await usedFolder();
    const test = await startDesk({ folder: path });
    const windowId = test.openWindow();
    expect((await test.ask(windowId, 'app.state', {})).value).toMatchObject({
      phase: 'signIn',
      organisation: { name: 'Nordlicht', roleModel: 'three' },
    });
    expect((await test.ask(windowId, 'session.signIn', admin)).value.phase).toBe('ready');
  });
});

describe('a start that fails', () => {
  it('without a key for the database: says so, and makes no new key', async () => {
    const { path, key, database } = await usedFolder();
    rmSync(key);
    const before = readFileSync(database);
    expect(await failureAt(path)).toMatchObject({
      phase: 'failed',
      failure: { code: 'database.key_missing' },
    });
    expect(await fileKeyStore(key).read()).toBeNull();
    expect(readFileSync(database).equals(before)).toBe(true);
  });

  it('with another key', async () => {
    const { path, key, database } = await usedFolder();
    await fileKeyStore(key).write(Buffer.alloc(32, 1));
    const before = readFileSync(database);
    expect(await failureAt(path)).toMatchObject({ failure: { code: 'database.key_wrong', path: database } });
    expect(readFileSync(database).equals(before)).toBe(true);
  });

  it('with a damaged file', async () => {
    const { path, database } = await usedFolder();
    const spoilt = readFileSync(database);
    spoilt.fill(7, 4096, 40_960);
    writeFileSync(database, spoilt);
    expect(await failureAt(path)).toMatchObject({ phase: 'failed', failure: { code: 'database.corrupt' } });
    expect(readFileSync(database).equals(spoilt)).toBe(true);
  });

  it('with something that can’t be a file', async () => {
    const path = tempFolder();
    mkdirSync(join(path, 'atrium.db'));
    await fileKeyStore(join(path, 'test.key')).write(Buffer.alloc(32, 1));
    expect((await failureAt(path)).phase).toBe('failed');
  });

  it('answers the failure to everything else, whoever asks', async () => {
    const { path, key } = await usedFolder();
    rmSync(key);
    const test = await startDesk({ folder: path });
    const windowId = test.openWindow();
    const signIn = await test.ask(windowId, 'session.signIn', admin);
    expect(signIn.error).toMatchObject({ code: 'database.key_missing' });
    expect((await test.ask(windowId, 'app.quit', {})).ok).toBe(true);
    expect(test.windows.asked.quits).toBe(1);
    for (const route of Object.keys(contract) as RouteName[]) {
      const { error } = (await test.desk.router({ windowId, route, payload: {} })) as {
        error?: { code: string };
      };
      if (error) expect(['database.key_missing', 'request.malformed']).toContain(error.code);
    }
    test.desk.tick();
    test.desk.lockAll();
    test.desk.input(windowId);
    test.desk.windowClosed(windowId);
  });
});

describe('small acts', () => {
  it('open a window, copy, and say where the key is', async () => {
    const test = await startReadyDesk();
    await test.ask(test.windowId, 'app.newWindow', {});
    await test.ask(test.windowId, 'app.copyText', { text: 'K3Q' });
    expect(test.windows.asked).toMatchObject({ windows: 1, copied: ['K3Q'] });
    expect((await test.ask(test.windowId, 'security.status', {})).value).toEqual({
      keyStore: 'test',
      passphrase: false,
      databasePath: test.folder.database,
    });
    expect(test.faults).toEqual([]);
  });

  it('windows have an end, whatever a page asks for', async () => {
    const test = await startReadyDesk();
    while (test.windows.open.size < 20) test.openWindow();
    expect((await test.ask(test.windowId, 'app.newWindow', {})).error).toEqual({
      code: 'app.too_many_windows',
      data: { limit: 20 },
    });
    expect(test.windows.asked.windows).toBe(0);
  });

  it('a denied attempt is refused by name', async () => {
    const test = await startReadyDesk();
    const member = await addPerson(test, 'bo@nordlicht.example', 'member');
    expect((await test.ask(member.windowId, 'security.status', {})).error).toEqual({
      code: 'access.denied',
      data: { resource: 'security', action: 'read' },
    });
  });
});
