import { describe, expect, it } from 'vitest';
import { session } from '../../../core/db/schema';
import { refreshMs } from '../../../core/domain/session';
import { createDesk, hour, minute } from './desk';
import { auditOf, refused } from './observe';

const nobody = '00000000-0000-7000-8000-000000000000';

describe('the sessions of a person', () => {
  it('are listed latest use first, with the role and sites they still carry', async () => {
    const desk = await createDesk();
    const north = desk.site('North Gate');
    const id = await desk.person({ email: 'bo@marina.example', siteIds: [desk.siteId, north] });
    const first = await desk.signIn('bo@marina.example');
    desk.clock.advance(minute);
    const { version, displayName } = desk.services.users.get(desk.admin, { id });
    await desk.services.users.update(desk.admin, {
      id,
      version,
      displayName,
      role: 'tenant_admin',
      siteIds: [],
      applyNow: false,
      currentPassword: null,
    });
    const second = await desk.signIn('bo@marina.example');
    const started = desk.clock.now();
    desk.clock.advance(minute);
    desk.services.sessions.touch(first);

    expect(desk.services.sessions.list(desk.admin, { userId: id }).sessions).toEqual([
      {
        id: first.sessionId,
        thisDesk: true,
        current: false,
        startedAt: started - minute,
        lastUsedAt: started + minute,
        role: 'member',
        sites: ['Harbour House', 'North Gate'],
      },
      {
        id: second.sessionId,
        thisDesk: true,
        current: false,
        startedAt: started,
        lastUsedAt: started,
        role: 'tenant_admin',
        sites: [],
      },
    ]);
  });

  it('tell which one the reader asks from, and which are of another desk', async () => {
    const desk = await createDesk();
    const other = await desk.signIn('ada@marina.example');
    desk.db.write(null, (tx) => {
      const [row] = tx.orm.select().from(session).all();
      if (row !== undefined)
        tx.local
          .insert(session)
          .values({ ...row, id: nobody, deskId: 'elsewhere', refreshHash: 'another', lastUsedAt: 0 })
          .run();
    });
    const { sessions } = desk.services.sessions.list(desk.admin, { userId: desk.admin.userId });
    const marks = sessions.map(({ id, current, thisDesk }) => [id, current, thisDesk]);
    expect(marks).toHaveLength(3);
    expect(marks).toContainEqual([desk.admin.sessionId, true, true]);
    expect(marks).toContainEqual([other.sessionId, false, true]);
    expect(marks).toContainEqual([nobody, false, false]);
  });

  it('are no longer listed, nor can be ended, once they are over', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email: 'bo@marina.example' });
    const held = await desk.signIn('bo@marina.example');
    desk.clock.advance(refreshMs - hour);
    const admin = { ...desk.admin, sessionId: (await desk.signIn('ada@marina.example')).sessionId };
    expect(desk.services.sessions.list(admin, { userId: id }).sessions).toHaveLength(1);
    desk.clock.advance(hour);
    expect(desk.services.sessions.list(admin, { userId: id }).sessions).toEqual([]);
    await refused(() => desk.services.sessions.endOne(admin, { id: held.sessionId }), 'session.not_found');
    expect(desk.services.sessions.endAll(admin, { userId: id })).toEqual({ ended: 0 });
    expect(auditOf(desk.db, 'session.end')).toEqual([]);
  });

  it('of nobody are not found', async () => {
    const desk = await createDesk();
    const { sessions } = desk.services;
    await refused(() => sessions.list(desk.admin, { userId: nobody }), 'user.not_found');
    await refused(() => sessions.endAll(desk.admin, { userId: nobody }), 'user.not_found');
    await refused(() => sessions.endOne(desk.admin, { id: nobody }), 'session.not_found');
  });
});

describe('ending sessions', () => {
  it('ends the one, at once, and its window hears why', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email: 'bo@marina.example' });
    const held = await desk.signIn('bo@marina.example');
    const kept = await desk.signIn('bo@marina.example');
    desk.announced.length = 0;
    desk.services.sessions.endOne(desk.admin, { id: held.sessionId });
    expect(desk.services.sessions.check(held.sessionId)).toEqual({ live: false, why: 'signedOutEverywhere' });
    expect(desk.services.sessions.check(kept.sessionId).live).toBe(true);
    expect(desk.announced).toEqual([
      { kind: 'sessionsEnded', sessionIds: [held.sessionId], why: 'signedOutEverywhere' },
      { kind: 'directory' },
    ]);
    expect(auditOf(desk.db, 'session.end')).toMatchObject([
      {
        actorId: desk.admin.userId,
        subjectId: id,
        outcome: 'done',
        data: { why: 'signedOutEverywhere', sessions: 1 },
      },
    ]);
  });

  it('"Sign out everywhere" ends all of the person’s and nobody else’s', async () => {
    const desk = await createDesk();
    const id = await desk.person({ email: 'bo@marina.example' });
    const held = [await desk.signIn('bo@marina.example'), await desk.signIn('bo@marina.example')];
    expect(desk.services.sessions.endAll(desk.admin, { userId: id })).toEqual({ ended: 2 });
    for (const { sessionId } of held) expect(desk.services.sessions.check(sessionId).live).toBe(false);
    expect(desk.services.sessions.check(desk.admin.sessionId).live).toBe(true);
    expect(auditOf(desk.db, 'session.end').map((entry) => entry.data)).toMatchObject([
      { why: 'signedOutEverywhere', sessions: 2 },
    ]);
    expect(desk.services.users.get(desk.admin, { id }).openSessions).toBe(0);
  });

  it('of oneself ends the asking session too', async () => {
    const desk = await createDesk();
    await desk.signIn('ada@marina.example');
    expect(desk.services.sessions.endAll(desk.admin, { userId: desk.admin.userId })).toEqual({ ended: 2 });
    expect(desk.services.sessions.check(desk.admin.sessionId).live).toBe(false);
    await refused(
      () => desk.services.sessions.endAll(desk.admin, { userId: desk.admin.userId }),
      'access.session_required',
    );
  });

  it('is refused to who was demoted between asking and writing', async () => {
    const desk = await createDesk();
    const eve = await desk.actor({ role: 'tenant_admin' });
    desk.services.users.deactivate(desk.admin, { id: eve.userId });
    await refused(
      () => desk.services.sessions.endAll(eve, { userId: desk.admin.userId }),
      'access.session_required',
    );
    expect(desk.services.sessions.check(desk.admin.sessionId).live).toBe(true);
  });
});
