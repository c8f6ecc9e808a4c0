import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recoveryKeyLines } from '../../core/domain/recovery-key';
import { fileKeyStore } from '../../electron/platform/key-store/file-store';
import { admin, startDesk, startReadyDesk } from './support/desk';

const passphrase = 'nine dozen owls';
const password = admin.password;

/** A desk with a key on paper, closed. */
async function usedDesk({ withPassphrase = false } = {}) {
  const test = await startReadyDesk();
  const { databaseKey } = (await test.ask(test.windowId, 'recovery.renew', {})).value;
  if (withPassphrase) {
    const set = await test.ask(test.windowId, 'key.setPassphrase', { password, passphrase });
    expect(set.ok).toBe(true);
  }
  test.close();
  return { ...test, keyFile: join(test.path, 'test.key'), recoveryKey: databaseKey.join('\n') };
}

type Used = Awaited<ReturnType<typeof usedDesk>>;

async function startAgain({ path, clock }: Used) {
  const test = await startDesk({ folder: path, clock });
  const windowId = test.openWindow();
  const phase = async () => (await test.ask(windowId, 'app.state', {})).value.phase;
  return { ...test, windowId, phase };
}

/** What the log says of keys, once somebody is signed in. */
async function keyEntries(test: Awaited<ReturnType<typeof startAgain>>) {
  await test.ask(test.windowId, 'session.signIn', admin);
  const filter = {
    actorId: null,
    subjectId: null,
    topic: null,
    siteId: null,
    from: null,
    before: null,
    text: '',
  };
  const page = await test.ask(test.windowId, 'audit.page', { filter, after: null, limit: 100 });
  return page.value.entries
    .filter(({ action }) => action.startsWith('key.'))
    .map(({ action, outcome, facts }) => [action, outcome, ...facts.map(({ value }) => value)]);
}

describe('a lost key', () => {
  it('is typed from the recovery kit: everything is there again, and the next start needs no paper', async () => {
    const used = await usedDesk();
    rmSync(used.keyFile);
    const test = await startAgain(used);
    expect(await test.phase()).toBe('failed');
    const recovered = await test.ask(test.windowId, 'key.recover', {
      recoveryKey: used.recoveryKey.toLowerCase(),
    });
    expect(recovered).toEqual({ ok: true, value: {} });
    expect(await test.phase()).toBe('signIn');
    expect(await keyEntries(test)).toEqual([['key.recover', 'done']]);
    expect((await test.ask(test.windowId, 'key.recover', { recoveryKey: used.recoveryKey })).error.code).toBe(
      'key.not_asked',
    );
    test.close();
    expect(await (await startAgain(used)).phase()).toBe('signIn');
    expect(test.faults).toEqual([]);
  });

  it('takes the place of one that doesn’t fit, which is put aside', async () => {
    const used = await usedDesk();
    await fileKeyStore(used.keyFile).write(new Uint8Array(32).fill(1));
    const strange = readFileSync(used.keyFile, 'utf8');
    const test = await startAgain(used);
    const state = await test.ask(test.windowId, 'app.state', {});
    expect(state.value).toMatchObject({ phase: 'failed', failure: { code: 'database.key_wrong' } });
    expect((await test.ask(test.windowId, 'key.recover', { recoveryKey: used.recoveryKey })).ok).toBe(true);
    expect(await test.phase()).toBe('signIn');
    const aside = test.folder.path;
    const names = readdirSync(aside).filter((name) => name.includes('.before-'));
    expect(names).toHaveLength(1);
    expect(readFileSync(join(aside, names[0] ?? ''), 'utf8')).toBe(strange);
  });

  it('mistyped is told by its line; another’s is refused and counted; nothing is changed by either', async () => {
    const used = await usedDesk();
    rmSync(used.keyFile);
    const before = readFileSync(used.folder.database);
    const test = await startAgain(used);
    const type = async (recoveryKey: string) =>
      (await test.ask(test.windowId, 'key.recover', { recoveryKey })).error;
    expect(await type(used.recoveryKey.slice(1))).toEqual({
      code: 'key.recovery_length',
      data: { letters: 59 },
    });
    expect(await type(used.recoveryKey.replace(/^./, 'U'))).toMatchObject({ code: 'key.recovery_letter' });
    const slip = `${used.recoveryKey.slice(0, -1)}${used.recoveryKey.endsWith('0') ? '1' : '0'}`;
    for (let n = 0; n < 9; n += 1)
      expect(await type(slip)).toEqual({ code: 'key.recovery_line', data: { line: 4 } });

    const other = recoveryKeyLines(new Uint8Array(32).fill(7)).join(' ');
    for (let n = 0; n < 4; n += 1) expect((await type(other)).code).toBe('key.recovery_wrong');
    expect(await type(other)).toEqual({ code: 'key.wait', data: { waitSeconds: 5 } });
    // The right one has to wait as well, also after a restart.
    test.close();
    const later = await startAgain(used);
    expect(
      (await later.ask(later.windowId, 'key.recover', { recoveryKey: used.recoveryKey })).error.code,
    ).toBe('key.wait');
    expect(existsSync(used.keyFile)).toBe(false);
    expect(readFileSync(used.folder.database).equals(before)).toBe(true);
    used.clock.advance(5000);
    expect((await later.ask(later.windowId, 'key.recover', { recoveryKey: used.recoveryKey })).ok).toBe(true);
    expect(await keyEntries(later)).toEqual([
      ['key.recover', 'done'],
      ['key.recover', 'denied', '5'],
    ]);
    expect(existsSync(later.folder.keyTriesFile)).toBe(false);
  });

  it('helps a desk that lacks a key, and no other', async () => {
    const used = await usedDesk();
    const spoilt = readFileSync(used.folder.database);
    spoilt.fill(7, 4096, 40_960);
    writeFileSync(used.folder.database, spoilt);
    const test = await startAgain(used);
    expect(await test.phase()).toBe('failed');
    const answer = await test.ask(test.windowId, 'key.recover', { recoveryKey: used.recoveryKey });
    expect(answer.error.code).toBe('database.corrupt');
  });
});

describe('a start passphrase', () => {
  it('is asked at the start, and opens the desk', async () => {
    const used = await usedDesk({ withPassphrase: true });
    const test = await startAgain(used);
    expect(await test.phase()).toBe('passphrase');
    expect((await test.ask(test.windowId, 'session.signIn', admin)).error.code).toBe(
      'key.passphrase_required',
    );
    expect((await test.ask(test.windowId, 'key.unlock', { passphrase })).ok).toBe(true);
    expect(await test.phase()).toBe('signIn');
    expect((await test.ask(test.windowId, 'session.signIn', admin)).value.phase).toBe('ready');
    expect((await test.ask(test.windowId, 'security.status', {})).value.passphrase).toBe(true);
    // Work on the files needs it only once a run.
    await test.desk.reopen('restoring', async () => undefined);
    expect(await test.phase()).toBe('signIn');
    expect(test.faults).toEqual([]);
  });

  it('that is wrong costs time like a wrong password, destroys nothing, and is told to the log', async () => {
    const used = await usedDesk({ withPassphrase: true });
    const before = readFileSync(used.keyFile, 'utf8');
    const test = await startAgain(used);
    const type = (typed: string) => test.ask(test.windowId, 'key.unlock', { passphrase: typed });
    for (let n = 0; n < 4; n += 1) expect((await type(`wrong ${n}`)).error.code).toBe('key.passphrase_wrong');
    expect((await type('wrong again')).error).toEqual({ code: 'key.wait', data: { waitSeconds: 5 } });
    expect((await type(passphrase)).error.code).toBe('key.wait');
    test.close();
    const later = await startAgain(used);
    expect((await later.ask(later.windowId, 'key.unlock', { passphrase })).error.code).toBe('key.wait');
    used.clock.advance(5000);
    expect((await later.ask(later.windowId, 'key.unlock', { passphrase })).ok).toBe(true);
    expect(readFileSync(used.keyFile, 'utf8')).toBe(before);
    expect(await keyEntries(later)).toEqual([
      ['key.unlock', 'denied', '5'],
      ['key.set_passphrase', 'done'],
    ]);
  });

  it('that is forgotten gives way to the recovery key', async () => {
    const used = await usedDesk({ withPassphrase: true });
    const test = await startAgain(used);
    expect((await test.ask(test.windowId, 'key.recover', { recoveryKey: used.recoveryKey })).ok).toBe(true);
    expect(await test.phase()).toBe('signIn');
    await test.ask(test.windowId, 'session.signIn', admin);
    expect((await test.ask(test.windowId, 'security.status', {})).value.passphrase).toBe(false);
  });

  it('is changed and removed with the own password, which is asked again', async () => {
    const used = await usedDesk({ withPassphrase: true });
    const test = await startAgain(used);
    await test.ask(test.windowId, 'key.unlock', { passphrase });
    await test.ask(test.windowId, 'session.signIn', admin);
    const change = (typed: string, to: string) =>
      test.ask(test.windowId, 'key.setPassphrase', { password: typed, passphrase: to });
    expect((await change('not my password', 'ten dozen owls')).error.code).toBe('sign_in.password_wrong');
    expect((await change(password, 'nordlicht nordlicht')).error.code).toBe('password.contains_context');
    expect((await change(password, 'short')).error.code).toBe('request.malformed');
    expect((await change(password, 'ten dozen owls')).ok).toBe(true);
    test.close();

    const next = await startAgain(used);
    expect((await next.ask(next.windowId, 'key.unlock', { passphrase })).error.code).toBe(
      'key.passphrase_wrong',
    );
    expect((await next.ask(next.windowId, 'key.unlock', { passphrase: 'ten dozen owls' })).ok).toBe(true);
    await next.ask(next.windowId, 'session.signIn', admin);
    const remove = (typed: string) => next.ask(next.windowId, 'key.removePassphrase', { password: typed });
    expect((await remove('not my password')).error.code).toBe('sign_in.password_wrong');
    expect((await remove(password)).ok).toBe(true);
    expect((await remove(password)).error.code).toBe('key.no_passphrase');
    expect((await keyEntries(next)).map(([action]) => action)).toEqual([
      'key.remove_passphrase',
      'key.unlock',
      'key.change_passphrase',
      'key.set_passphrase',
    ]);
    next.close();
    expect(await (await startAgain(used)).phase()).toBe('signIn');
  });

  it('isn’t set when its file can’t be written, and then nothing says that it was', async () => {
    const test = await startReadyDesk();
    rmSync(join(test.path, 'test.key'));
    mkdirSync(join(test.path, 'test.key'));
    const set = await test.ask(test.windowId, 'key.setPassphrase', { password, passphrase });
    expect(set.ok).toBe(false);
    const entries = await keyEntries({ ...test, phase: async () => 'ready' });
    expect(entries).toEqual([]);
  });
});
