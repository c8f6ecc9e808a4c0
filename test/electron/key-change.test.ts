import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkBackup } from '../../core/backups/read-backup';
import { firstPageFits, matchesKeyCheck } from '../../core/db/key-check';
import { fileKeyStore } from '../../electron/platform/key-store/file-store';
import { admin, type ReadyDesk, startDesk, startReadyDesk } from './support/desk';

const { password } = admin;
const keysAt = (path: string) => fileKeyStore(join(path, 'test.key')).readAll();
const backupsOf = (path: string) =>
  readdirSync(join(path, 'backups')).map((name) => join(path, 'backups', name));
const changeKey = (test: ReadyDesk) => test.ask(test.windowId, 'key.change', { password });
const signIn = (test: ReadyDesk) => test.ask(test.windowId, 'session.signIn', admin);

async function log(test: ReadyDesk, actions: readonly string[]) {
  const filter = {
    actorId: null,
    subjectId: null,
    topic: null,
    siteId: null,
    from: null,
    before: null,
    text: '',
  };
  const page = await test.ask(test.windowId, 'audit.page', { filter, after: null, limit: 200 });
  return page.value.entries
    .filter(({ action }) => actions.includes(action))
    .map(({ action, actor }) => [action, actor?.name]);
}

describe('a change of the key', () => {
  it('leaves everything as it was, under another key: database, key check, backups, the note of the log’s end', async () => {
    const test = await startReadyDesk();
    await test.ask(test.windowId, 'recovery.confirm', {
      id: (await test.ask(test.windowId, 'recovery.renew', {})).value.id,
    });
    await test.ask(test.windowId, 'backups.make', {});
    const [before = new Uint8Array()] = await keysAt(test.path);

    expect(await changeKey(test)).toEqual({ ok: true, value: {} });
    const keys = await keysAt(test.path);
    expect(keys).toHaveLength(1);
    const [key = new Uint8Array()] = keys;
    expect(key).not.toEqual(before);
    expect(firstPageFits(test.folder.database, before)).toBe(false);
    expect(matchesKeyCheck(test.folder.database, key)).toBe(true);
    expect(existsSync(join(test.path, 'rekeying'))).toBe(false);
    // The one by hand, and the one from before the change.
    expect(backupsOf(test.path)).toHaveLength(2);
    for (const path of backupsOf(test.path)) expect(checkBackup(path, key).facts.people).toBe(1);

    expect((await signIn(test)).value.phase).toBe('ready');
    expect((await test.ask(test.windowId, 'recovery.status', {})).value.state).toBe('otherKey');
    expect(await log(test, ['key.change', 'audit.anchor', 'audit.broken'])).toEqual([
      ['key.change', 'Ada Berg'],
      // That of the very first start.
      ...(await log(test, ['audit.anchor'])),
    ]);
    const verified = await test.ask(test.windowId, 'audit.verify', {});
    expect(verified.value).toMatchObject({ problem: null });
    expect(test.faults).toEqual([]);

    test.close();
    const again = await startDesk({ folder: test.path, clock: test.clock });
    expect((await again.ask(again.openWindow(), 'session.signIn', admin)).value.phase).toBe('ready');
    expect(await log({ ...again, windowId: 1, siteId: '' }, ['audit.broken'])).toEqual([]);
  });

  it('keeps a start passphrase over the new key', async () => {
    const test = await startReadyDesk();
    const passphrase = 'nine dozen owls';
    await test.ask(test.windowId, 'key.setPassphrase', { password, passphrase });
    expect((await changeKey(test)).ok).toBe(true);
    test.close();
    const again = await startDesk({ folder: test.path, clock: test.clock });
    const windowId = again.openWindow();
    expect((await again.ask(windowId, 'app.state', {})).value.phase).toBe('passphrase');
    expect((await again.ask(windowId, 'key.unlock', { passphrase })).ok).toBe(true);
    expect((await again.ask(windowId, 'session.signIn', admin)).value.phase).toBe('ready');
  });

  it('needs the own password, and room for a backup first', async () => {
    const test = await startReadyDesk();
    const wrong = await test.ask(test.windowId, 'key.change', { password: 'not my password' });
    expect(wrong.error.code).toBe('sign_in.password_wrong');
    writeFileSync(join(test.path, 'backups'), 'in the way');
    expect((await changeKey(test)).error.code).toBe('backup.folder_unwritable');
    // Nobody was disturbed.
    expect((await test.ask(test.windowId, 'app.state', {})).value.phase).toBe('ready');
  });

  it('that can’t be finished leaves the old key and everything under it', async () => {
    const test = await startReadyDesk();
    const [before] = await keysAt(test.path);
    const bytes = readFileSync(test.folder.database);
    // The key store takes nothing.
    mkdirSync(join(test.path, 'test.key.new'));
    const refused = await changeKey(test);
    expect(refused.ok).toBe(false);
    expect(test.windows.sent.at(-1)).toMatchObject({ payload: { outcome: { did: 'changingKey' } } });
    expect(await keysAt(test.path)).toEqual([before]);
    expect(firstPageFits(test.folder.database, before ?? new Uint8Array())).toBe(true);
    expect(readFileSync(test.folder.database).subarray(0, 16)).toEqual(bytes.subarray(0, 16));
    expect(existsSync(join(test.path, 'rekeying'))).toBe(false);
    expect((await signIn(test)).value.phase).toBe('ready');
    expect(await log(test, ['key.change'])).toEqual([]);
  });

  it('reaches the backups in the folder of choice, and leaves one it can’t read', async () => {
    const test = await startReadyDesk();
    await test.ask(test.windowId, 'backups.make', {});
    const [own = ''] = backupsOf(test.path);
    const elsewhere = join(test.path, 'elsewhere');
    mkdirSync(elsewhere);
    test.windows.asked.folder = elsewhere;
    await test.ask(test.windowId, 'backups.chooseFolder', {});
    await test.ask(test.windowId, 'backups.make', {});
    const strange = join(test.path, 'backups', 'atrium-20200101-120000-manual.atrium-backup');
    writeFileSync(strange, Buffer.alloc(8192, 9));
    expect((await changeKey(test)).ok).toBe(true);
    const [key = new Uint8Array()] = await keysAt(test.path);
    const [chosen = ''] = readdirSync(elsewhere);
    for (const path of [own, join(elsewhere, chosen)]) expect(checkBackup(path, key).state).toBe('readable');
    expect(readFileSync(strange).equals(Buffer.alloc(8192, 9))).toBe(true);
  });
});
