import { describe, expect, it } from 'vitest';
import { keyMark } from '../../../core/db/key-mark';
import { parseRecoveryCode } from '../../../core/domain/recovery';
import { parseRecoveryKey } from '../../../core/domain/recovery-key';
import { cheapHasher } from '../../support/hasher';
import { createDesk, type Desk, ownPassword, temporaryPassword } from './desk';
import { auditOf, countOf, everything, refused } from './observe';

const ada = 'ada@marina.example';
const newPassword = 'eleven paper boats';
const wrongCode = '0000-0000-0000-0000-0000';
/** What a refused attempt may write: that it happened. */
const notes = ['audit_event', 'sign_in_back_off', 'sync_state'];

const renew = (desk: Desk) => desk.services.recovery.renew(desk.admin);
const use = (desk: Desk, code: string, email = ada, password = newPassword) =>
  desk.services.recovery.use({ code, email, newPassword: password });

async function miss(desk: Desk, times: number): Promise<void> {
  for (let n = 0; n < times; n += 1) await refused(() => use(desk, wrongCode), 'recovery.dead');
}

describe('a recovery code', () => {
  it('is five groups of the letters nobody mistakes, another each time, stored as a hash only', async () => {
    const desk = await createDesk();
    const { code } = renew(desk);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(renew(desk).code).not.toBe(code);
    expect(JSON.stringify(everything(desk.db))).not.toContain(parseRecoveryCode(code));
    expect(JSON.stringify(everything(desk.db))).not.toContain(code);
  });

  it('is none, then made, then on paper, then used; each is audited and told to the windows', async () => {
    const desk = await createDesk();
    const { recovery } = desk.services;
    const status = () => recovery.status(desk.admin);
    expect(status()).toEqual({ state: 'none', createdAt: null, usedAt: null });

    const { id, code, createdAt } = renew(desk);
    expect(createdAt).toBe(desk.clock.now());
    expect(status()).toEqual({ state: 'unconfirmed', createdAt, usedAt: null });

    recovery.confirm(desk.admin, { id });
    recovery.confirm(desk.admin, { id });
    expect(status()).toEqual({ state: 'ready', createdAt, usedAt: null });

    desk.clock.advance(1000);
    await use(desk, code);
    expect(status()).toEqual({ state: 'none', createdAt: null, usedAt: desk.clock.now() });
    expect(
      auditOf(desk.db)
        .filter(({ action }) => action.startsWith('recovery.'))
        .map(({ action, outcome }) => [action, outcome]),
    ).toEqual([
      ['recovery.renew', 'done'],
      ['recovery.confirm', 'done'],
      ['recovery.use', 'done'],
    ]);
    expect(desk.announced.filter(({ kind }) => kind === 'organisation')).toHaveLength(3);
    expect(desk.restart().services.recovery.status(desk.admin)).toMatchObject({ state: 'none' });
  });

  it('comes with the key of the database, and a kit whose key is another’s, or that has none, is due again', async () => {
    const desk = await createDesk();
    const { recovery } = desk.services;
    const { id, databaseKey } = renew(desk);
    recovery.confirm(desk.admin, { id });
    expect(parseRecoveryKey(databaseKey.join(' '))).toEqual({
      ok: true,
      key: new Uint8Array(desk.db.key),
    });
    const stored = JSON.stringify(everything(desk.db));
    for (const line of databaseKey) expect(stored).not.toContain(line);
    expect(stored).not.toContain(Buffer.from(desk.db.key).toString('hex'));

    const set = desk.db.client.prepare('update recovery_code set key_mark = ?');
    set.run(keyMark(new Uint8Array(32)));
    expect(recovery.status(desk.admin).state).toBe('otherKey');
    set.run(null);
    expect(recovery.status(desk.admin).state).toBe('withoutKey');
    recovery.confirm(desk.admin, { id: renew(desk).id });
    expect(recovery.status(desk.admin).state).toBe('ready');
  });

  it('is dead when a newer one is made, and can no longer be said to be on paper', async () => {
    const desk = await createDesk();
    const old = renew(desk);
    desk.services.recovery.confirm(desk.admin, { id: old.id });
    const fresh = renew(desk);
    expect(desk.services.recovery.status(desk.admin).state).toBe('unconfirmed');
    await refused(() => desk.services.recovery.confirm(desk.admin, { id: old.id }), 'recovery.replaced');
    await refused(() => use(desk, old.code), 'recovery.dead');
    await use(desk, fresh.code);
  });

  it('is made and confirmed by nobody whose role is gone', async () => {
    const desk = await createDesk();
    const colleague = await desk.actor({ role: 'tenant_admin' });
    const { id } = renew(desk);
    desk.db.write(null, (tx) => tx.update('user', colleague.userId, { role: 'site_admin' }));
    await refused(() => desk.services.recovery.renew(colleague), 'access.denied');
    await refused(() => desk.services.recovery.confirm(colleague, { id }), 'access.denied');
  });
});

describe('using it', () => {
  it('lets the last Tenant-Admin in whom a back-off keeps out', async () => {
    const desk = await createDesk();
    const { code } = renew(desk);
    for (let n = 0; n < 9; n += 1) await desk.signIn(ada, 'not the password').catch(() => undefined);
    await refused(() => desk.signIn(ada), 'sign_in.refused');

    expect(await use(desk, ` ${code.toLowerCase().replaceAll('-', ' ')} `, ' ADA@marina.example')).toEqual({
      email: ada,
    });
    const held = await desk.signIn(ada, newPassword);
    expect(held).toMatchObject({ passwordDue: false, grant: { role: 'tenant_admin' } });
    await refused(() => desk.signIn(ada, ownPassword), 'sign_in.refused');
  });

  it('ends the person’s sessions, answers for itself in their name, and keeps no secret', async () => {
    const desk = await createDesk();
    const { code } = renew(desk);
    await use(desk, code);
    expect(desk.services.sessions.check(desk.admin.sessionId).live).toBe(false);
    expect(desk.announced).toContainEqual({
      kind: 'sessionsEnded',
      sessionIds: [desk.admin.sessionId],
      why: 'passwordReset',
    });
    expect(auditOf(desk.db, 'recovery.use')).toMatchObject([
      {
        outcome: 'done',
        actorId: desk.admin.userId,
        subjectId: desk.admin.userId,
        data: { sessionsEnded: 1 },
      },
    ]);
  });

  it('is possible once', async () => {
    const desk = await createDesk();
    const { code } = renew(desk);
    await use(desk, code);
    await refused(() => use(desk, code, ada, 'another paper boat'), 'recovery.dead');
    await expect(desk.signIn(ada, newPassword)).resolves.toMatchObject({ passwordDue: false });
  });

  it('is possible once, also when asked twice in the same moment', async () => {
    const desk = await createDesk();
    const { code } = renew(desk);
    const outcomes = await Promise.allSettled([use(desk, code), use(desk, code, ada, 'another paper boat')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  it('makes a temporary password the person’s own', async () => {
    const desk = await createDesk();
    await desk.person({ email: 'bo@marina.example', role: 'tenant_admin', temporary: true });
    const { code } = renew(desk);
    await use(desk, code, 'bo@marina.example');
    await expect(desk.signIn('bo@marina.example', newPassword)).resolves.toMatchObject({
      passwordDue: false,
    });
    await refused(() => desk.signIn('bo@marina.example', temporaryPassword), 'sign_in.refused');
  });

  it.each([
    ['short', 'password.too_short'],
    ['marina at night', 'password.contains_context'],
    ['harbour at night', 'password.contains_context'],
    ['P@ssw0rd2026', 'password.common'],
    [ownPassword, 'password.reused'],
  ] as const)('keeps to the rules for passwords (%s), and the code stays good', async (password, code) => {
    const desk = await createDesk();
    const kit = renew(desk);
    const before = everything(desk.db, notes);
    await refused(() => use(desk, kit.code, ada, password), code);
    expect(everything(desk.db, notes)).toEqual(before);
    expect(auditOf(desk.db, 'recovery.use')).toMatchObject([{ outcome: 'denied', data: { reason: code } }]);
    await use(desk, kit.code);
  });
});

describe('a code that doesn’t fit', () => {
  it('is refused in the same words and with the same work, whatever is wrong, and destroys nothing', async () => {
    const desk = await createDesk();
    await desk.person({ email: 'member@marina.example' });
    await desk.person({ email: 'site@marina.example', role: 'site_admin' });
    const gone = await desk.person({ email: 'gone@marina.example', role: 'tenant_admin' });
    desk.services.users.deactivate(desk.admin, { id: gone });
    const { code } = renew(desk);
    const before = everything(desk.db, notes);
    const misses = [
      [wrongCode, ada, 'wrong_code'],
      ['no code at all', ada, 'wrong_code'],
      [code, 'nobody@marina.example', 'unknown'],
      [code, 'member@marina.example', 'not_tenant_admin'],
      [code, 'site@marina.example', 'not_tenant_admin'],
      [code, 'gone@marina.example', 'inactive'],
    ] as const;
    for (const [n, [typed, email, reason]] of misses.entries()) {
      const events = countOf(desk.db, 'audit_event');
      await refused(() => use(desk, typed, email), n < 4 ? 'recovery.dead' : 'recovery.wait');
      expect(countOf(desk.db, 'audit_event')).toBe(events + 1);
      expect(auditOf(desk.db, 'recovery.use').at(-1)).toMatchObject({ outcome: 'denied', data: { reason } });
      desk.clock.advance(60_000);
    }
    expect(everything(desk.db, notes)).toEqual(before);
    await use(desk, code);
  });

  it('hashes once and compares nothing, whether code or address is wrong', async () => {
    const calls: string[] = [];
    const cheap = cheapHasher();
    const noted =
      <A extends unknown[], R>(name: string, work: (...args: A) => R) =>
      (...args: A) => {
        calls.push(name);
        return work(...args);
      };
    const hasher = {
      ...cheap,
      hash: noted('hash', cheap.hash),
      verify: noted('verify', cheap.verify),
    };
    const desk = await createDesk({ hasher });
    await desk.person({ email: 'member@marina.example' });
    const { code } = renew(desk);
    for (const [typed, email] of [
      [wrongCode, ada],
      ['no code at all', ada],
      [code, 'nobody@marina.example'],
      [code, 'member@marina.example'],
    ] as const) {
      calls.length = 0;
      await refused(() => use(desk, typed, email), 'recovery.dead');
      expect(calls).toEqual(['hash']);
    }
  });

  it('says nothing of a person whose end date has come', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email: 'bo@marina.example', role: 'tenant_admin' });
    const { code } = renew(desk);
    desk.db.write(null, (tx) => tx.update('user', id, { leavesAt: desk.clock.now() }));
    await refused(() => use(desk, code, 'bo@marina.example'), 'recovery.dead');
  });

  it('costs nothing four times, then time, and a restart doesn’t wipe that out', async () => {
    const desk = await createDesk();
    const { code } = renew(desk);
    await miss(desk, 4);
    await refused(() => use(desk, wrongCode), 'recovery.wait', { waitSeconds: 5 });
    await refused(() => use(desk, code), 'recovery.wait', { waitSeconds: 5 });
    const restarted = desk.restart();
    desk.clock.advance(1000);
    await refused(() => use(restarted, code), 'recovery.wait', { waitSeconds: 4 });
    desk.clock.advance(4000);
    await refused(() => use(restarted, wrongCode), 'recovery.wait', { waitSeconds: 10 });
    desk.clock.advance(10_000);
    await use(restarted, code);
    // Success begins the count anew.
    await miss(restarted, 4);
  });

  it('is counted apart from passwords: guessing codes keeps nobody from signing in', async () => {
    const desk = await createDesk();
    await miss(desk, 4);
    await refused(() => use(desk, wrongCode), 'recovery.wait');
    await expect(desk.signIn(ada)).resolves.toMatchObject({ passwordDue: false });
  });
});
