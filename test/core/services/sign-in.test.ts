import { describe, expect, it } from 'vitest';
import { cheapHasher } from '../../support/hasher';
import { createDesk, type Desk, hour, minute, ownPassword, temporaryPassword } from './desk';
import { auditOf, countOf, refused } from './observe';

const ada = 'ada@marina.example';
const wrong = 'not the password';

async function fail(desk: Desk, times: number, email = ada) {
  for (let n = 0; n < times; n += 1) await refused(() => desk.signIn(email, wrong), 'sign_in.refused');
}

/** A hasher that writes down what it was asked. */
function watchedHasher() {
  const calls: string[] = [];
  const cheap = cheapHasher();
  return {
    calls,
    hasher: {
      ...cheap,
      hash: (password: string) => {
        calls.push('hash');
        return cheap.hash(password);
      },
      verify: (hash: string, password: string) => {
        calls.push('verify');
        return cheap.verify(hash, password);
      },
    },
  };
}

describe('signing in', () => {
  it('finds the address however it is written, and the password in any Unicode form', async () => {
    const desk = await createDesk();
    await desk.services.users.create(desk.admin, {
      email: 'Bo@Marina.example',
      displayName: 'Bo Ek',
      role: 'member',
      siteIds: [desk.siteId],
      password: 'caf\u00e9 after ten',
      mustChangePassword: false,
      removeInvitationId: null,
    });
    const held = await desk.signIn('  BO@marina.EXAMPLE ', 'cafe\u0301 after ten');
    expect(held.grant).toEqual({
      role: 'member',
      siteIds: [desk.siteId],
      issuedAt: desk.clock.now(),
      expiresAt: desk.clock.now() + 15 * minute,
    });
    expect(desk.services.sessions.view(held)).toMatchObject({
      role: 'member',
      sites: [{ id: desk.siteId, name: 'Harbour House' }],
      startedAt: desk.clock.now(),
      preferences: { language: null, theme: 'system', density: 'comfortable', usersView: 'unified' },
    });
  });

  it('takes the same work and the same words for an unknown address, a wrong password and a back-off', async () => {
    const { calls, hasher } = watchedHasher();
    const desk = await createDesk({ hasher });
    await fail(desk, 1);
    const work = async (email: string, password: string) => {
      calls.length = 0;
      const before = countOf(desk.db, 'audit_event');
      await refused(() => desk.signIn(email, password), 'sign_in.refused', {});
      expect(countOf(desk.db, 'audit_event')).toBe(before + 1);
      return [...calls];
    };
    const known = await work(ada, wrong);
    expect(known).toEqual(['verify']);
    expect(await work('nobody@marina.example', wrong)).toEqual(known);
    expect(await work('no address at all', wrong)).toEqual(known);
    await fail(desk, 1);
    expect(await work(ada, ownPassword)).toEqual(known);
    expect(await work('nobody@marina.example', wrong)).toEqual(known);
  });

  it('does the same work from the very first attempt', async () => {
    const { calls, hasher } = watchedHasher();
    const first = async (email: string) => {
      const desk = await createDesk({ hasher });
      calls.length = 0;
      await refused(() => desk.signIn(email, wrong), 'sign_in.refused');
      return [...calls];
    };
    expect(await first(ada)).toEqual(await first('nobody@marina.example'));
  });

  it('is audited, denied attempts with their reason but no typed address', async () => {
    const desk = await createDesk();
    await fail(desk, 1);
    await fail(desk, 1, 'typed-by-a-stranger@elsewhere.example');
    const held = await desk.signIn(ada);
    expect(auditOf(desk.db, 'session.sign_in').slice(-3)).toMatchObject([
      { outcome: 'denied', actorId: null, subjectId: held.userId, data: { reason: 'wrong_password' } },
      { outcome: 'denied', actorId: null, subjectId: null, data: { reason: 'unknown' } },
      { outcome: 'done', actorId: held.userId, subjectId: held.userId, data: { role: 'tenant_admin' } },
    ]);
    const kept = ['audit_event', 'personal_value', 'sign_in_back_off'].map((table) =>
      JSON.stringify(desk.db.statement(`select * from ${table}`).all()),
    );
    expect(kept.join()).not.toContain('typed-by-a-stranger');
  });

  it('hashes anew when the stored parameters are below today’s', async () => {
    const desk = (await createDesk({ hasher: cheapHasher('v1') })).restart(cheapHasher('v2'));
    const stored = () => desk.db.statement<{ hash: string }>('select hash from credential').get()?.hash;
    expect(stored()).toMatch(/^cheap:v1:/);
    await desk.signIn(ada);
    expect(stored()).toMatch(/^cheap:v2:/);
    expect(auditOf(desk.db, 'session.sign_in').at(-1)?.data).toMatchObject({ rehashed: true });
    await desk.signIn(ada);
    expect(auditOf(desk.db, 'session.sign_in').at(-1)?.data).toMatchObject({ rehashed: false });
  });

  it('keeps no token in the database', async () => {
    const desk = await createDesk();
    const held = await desk.signIn(ada);
    expect(JSON.stringify(desk.db.statement('select * from session').all())).not.toContain(held.refreshToken);
    expect(Buffer.from(held.refreshToken, 'base64url')).toHaveLength(32);
  });
});

describe('a temporary password', () => {
  it('can be used until its very end, and says so only to who knows it', async () => {
    const desk = await createDesk();
    await desk.person({ email: 'bo@marina.example', temporary: true });
    const end = desk.clock.now() + 72 * hour;
    desk.clock.set(end - 1);
    await expect(desk.signIn('bo@marina.example', temporaryPassword)).resolves.toMatchObject({
      passwordDue: true,
    });
    desk.clock.set(end);
    await refused(() => desk.signIn('bo@marina.example', wrong), 'sign_in.refused');
    await refused(() => desk.signIn('bo@marina.example', temporaryPassword), 'sign_in.temporary_expired');
  });
});

describe('the back-off', () => {
  it('lets four failures go; the fifth costs 5 s, and the right password is refused like a wrong one', async () => {
    const desk = await createDesk();
    await fail(desk, 4);
    await desk.signIn(ada);
    await fail(desk, 5);
    await refused(() => desk.signIn(ada), 'sign_in.refused');
    desk.clock.advance(4999);
    await refused(() => desk.signIn(ada), 'sign_in.refused');
    desk.clock.advance(1);
    await expect(desk.signIn(ada)).resolves.toMatchObject({ passwordDue: false });
  });

  it('doubles with each further failure up to 15 minutes; attempts during it don’t lengthen it', async () => {
    const desk = await createDesk();
    await fail(desk, 5);
    const waits: number[] = [];
    const left = () =>
      (desk.db
        .statement<{ until: number }>(
          "select blocked_until as until from sign_in_back_off where kind = 'account'",
        )
        .get()?.until ?? 0) - desk.clock.now();
    for (let n = 0; n < 11; n += 1) {
      await fail(desk, 2);
      waits.push(left() / 1000);
      desk.clock.advance(left());
      await fail(desk, 1);
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900]);
  });

  it('survives a restart', async () => {
    const desk = await createDesk();
    await fail(desk, 5);
    const restarted = desk.restart();
    await refused(() => restarted.signIn(ada), 'sign_in.refused');
    desk.clock.advance(5000);
    await restarted.signIn(ada);
  });

  it('counts a burst of guesses as what it is', async () => {
    const desk = await createDesk();
    const guesses = Array.from({ length: 9 }, () => desk.signIn(ada, wrong).catch(() => 'refused'));
    const right = desk.signIn(ada).catch(() => 'refused');
    await Promise.all(guesses);
    expect(await right).toBe('refused');
    expect(
      auditOf(desk.db, 'session.sign_in').filter((entry) => entry.data.reason === 'wrong_password'),
    ).toHaveLength(5);
  });

  it('holds for the desk too when many addresses are tried', async () => {
    const desk = await createDesk();
    for (let n = 0; n < 5; n += 1) await fail(desk, 1, `guess${n}@marina.example`);
    await refused(() => desk.signIn(ada), 'sign_in.refused');
    desk.clock.advance(5000);
    await desk.signIn(ada);
    // Getting in clears the own account, not what was tried on others.
    await fail(desk, 1, 'guess9@marina.example');
    await refused(() => desk.signIn(ada), 'sign_in.refused');
    desk.clock.advance(10_000 + hour);
    await fail(desk, 4, 'guess9@marina.example');
    await desk.signIn(ada);
  });

  it('forgives a desk the slips of people who then got in', async () => {
    const desk = await createDesk();
    for (let n = 0; n < 5; n += 1) {
      await fail(desk, 3);
      await desk.signIn(ada);
    }
  });

  it('treats an address nobody has like one that somebody has', async () => {
    const desk = await createDesk();
    await fail(desk, 6, 'nobody@marina.example');
    const reasons = auditOf(desk.db, 'session.sign_in').map((entry) => entry.data.reason);
    expect(reasons.slice(-6)).toEqual(['unknown', 'unknown', 'unknown', 'unknown', 'unknown', 'back_off']);
  });

  it('counts guesses at an unlocked or locked session as well', async () => {
    const desk = await createDesk();
    const { verifyPassword } = desk.services.sessions;
    const { userId } = desk.admin;
    for (let n = 0; n < 5; n += 1)
      await refused(() => verifyPassword(userId, wrong), 'sign_in.password_wrong');
    await refused(() => verifyPassword(userId, ownPassword), 'sign_in.password_wrong');
    await refused(() => desk.signIn(ada), 'sign_in.refused');
    desk.clock.advance(5000);
    await verifyPassword(userId, ownPassword);
    await desk.signIn(ada);
    expect(auditOf(desk.db, 'password.verify')).toHaveLength(6);
  });

  it('of strangers at the desk doesn’t keep a known person from unlocking', async () => {
    const desk = await createDesk();
    for (let n = 0; n < 5; n += 1) await fail(desk, 1, `guess${n}@marina.example`);
    await desk.services.sessions.verifyPassword(desk.admin.userId, ownPassword);
  });

  it('earned while the clock was far ahead keeps nobody out once it is right, and counts on', async () => {
    const desk = await createDesk();
    const right = desk.clock.now();
    desk.clock.advance(400 * 24 * hour);
    await fail(desk, 6);
    desk.clock.set(right);
    await fail(desk, 1);
    await refused(() => desk.signIn(ada), 'sign_in.refused');
    desk.clock.advance(15 * minute);
    await desk.signIn(ada);
  });
});
