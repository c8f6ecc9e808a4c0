import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ErasureList } from '../../../core/ports';
import { applyErasures } from '../../../core/services/erasure/apply-erasures';
import { createErasing, visitBatch } from '../../../core/services/erasure/create-erasing';
import { erasuresIn } from '../../../core/services/erasure/erased';
import { eraserOver } from '../../../core/services/erasure/eraser';
import { fileErasureList } from '../../../electron/platform/erasure-list';
import { brokenEntry } from '../../support/audit-chain';
import { tempFolder } from '../../support/db';
import { createDesk, type Desk, day, ownPassword } from './desk';
import { auditOf, countOf, everything, refused } from './observe';
import { tab, visitOf } from './visiting';

function newList(): ErasureList {
  return fileErasureList(join(tempFolder(), 'atrium.erasures'));
}

/** The app's part in it, as at a start. */
function erasing({ db }: Desk, list: ErasureList) {
  const made = createErasing({ ...eraserOver(db), list });
  made.start();
  return made;
}

/** A copy of the file as it is now. Answers how to put it back: the app is closed and started over it. */
function copyOf({ db }: Desk): (desk: Desk) => Desk {
  db.client.pragma('wal_checkpoint(truncate)');
  const copy = join(tempFolder(), 'copy.db');
  copyFileSync(db.path, copy);
  return (desk) => {
    desk.db.close();
    for (const end of ['-wal', '-shm']) rmSync(`${db.path}${end}`, { force: true });
    copyFileSync(copy, db.path);
    return desk.restart();
  };
}

const invite = (desk: Desk, email: string) => {
  const { code } = desk.services.invitations.create(desk.admin, {
    email,
    role: 'member',
    siteIds: [desk.siteId],
  });
  const id =
    desk.db.statement<{ id: string }>('select id from invitation where email = ?').get(email)?.id ?? '';
  return { id, code };
};
const kinds = (list: ErasureList) => list.read().map(({ kind, id }) => `${kind} ${id}`);

/** A visit that is over, and so long ago that retention takes its visitor. */
function oldVisit(desk: Desk, visitorName = 'Wilhelmina Zyx'): string {
  const id = visitOf(desk, { visitorName });
  desk.services.visits.cancel(desk.admin, { id });
  return id;
}

describe('the list of what was erased', () => {
  it('gets people, invitations and visits after they were erased, with the moment and nothing else', async () => {
    const desk = await createDesk();
    const list = newList();
    const { tick } = erasing(desk, list);
    const bo = await desk.person({ email: 'bo@marina.example' });
    const removed = invite(desk, 'removed@marina.example');
    const visit = oldVisit(desk);
    tick();
    expect(list.read()).toEqual([]);
    desk.services.invitations.remove(desk.admin, { id: removed.id });
    desk.services.users.delete(desk.admin, { id: bo });
    tick();
    expect(kinds(list)).toEqual([`invitation ${removed.id}`, `user ${bo}`]);
    expect(list.read().map(({ at }) => at)).toEqual([desk.clock.now(), desk.clock.now()]);
    desk.clock.advance(400 * day);
    desk.services.due.run();
    tick();
    expect(list.read().at(-1)).toEqual({ kind: 'visit', id: visit, at: desk.clock.now() });
    expect(kinds(list).sort()).toEqual(
      erasuresIn(desk.db)
        .map(({ kind, id }) => `${kind} ${id}`)
        .sort(),
    );
  });

  it('gets the invitation that somebody came by with them', async () => {
    const desk = await createDesk();
    const list = newList();
    const { tick } = erasing(desk, list);
    const { id, code } = invite(desk, 'bo@marina.example');
    await desk.services.invitations.accept({ secret: code, displayName: 'Bo Ek', password: ownPassword });
    const { userId } = await desk.signIn('bo@marina.example');
    desk.services.users.delete(desk.admin, { id: userId });
    tick();
    expect(kinds(list).sort()).toEqual([`invitation ${id}`, `user ${userId}`].sort());
  });

  it('loses nothing to a kill between commit and note: the next start finds it', async () => {
    const desk = await createDesk();
    const list = newList();
    erasing(desk, list);
    const bo = await desk.person();
    desk.services.users.delete(desk.admin, { id: bo });
    expect(list.read()).toEqual([]);
    erasing(desk, list);
    expect(kinds(list)).toEqual([`user ${bo}`]);
  });

  it('is made from the database when it is gone, and by an update that brings it', async () => {
    const desk = await createDesk();
    const bo = await desk.person();
    desk.services.users.delete(desk.admin, { id: bo });
    const list = newList();
    erasing(desk, list);
    expect(kinds(list)).toEqual([`user ${bo}`]);
    expect(list.mark()).not.toBeNull();
    const before = everything(desk.db);
    erasing(desk, list).close();
    expect(everything(desk.db)).toEqual(before);
  });

  it('can’t be written for a while: what was erased meanwhile follows', async () => {
    const desk = await createDesk();
    const list = newList();
    let full = false;
    const { tick } = erasing(desk, {
      ...list,
      append(erasures, mark) {
        if (full) throw new Error('ENOSPC');
        list.append(erasures, mark);
      },
    });
    const bo = await desk.person();
    desk.services.users.delete(desk.admin, { id: bo });
    full = true;
    expect(tick).toThrow('ENOSPC');
    full = false;
    tick();
    expect(kinds(list)).toEqual([`user ${bo}`]);
  });
});

describe('an older state put back', () => {
  it('loses again whoever was erased since: everywhere, with one entry, and the log stays whole', async () => {
    const desk = await createDesk();
    const list = newList();
    const now = erasing(desk, list);
    const id = await desk.person({ email: 'quetzal@marina.example', displayName: 'Quetzal Coatl' });
    const session = await desk.signIn('quetzal@marina.example');
    desk.services.sessions.setPreferences(id, { theme: 'dark' });
    const invited = invite(desk, 'quetzal.invited@marina.example');
    const visit = oldVisit(desk, 'Quetzal Visitor');
    const kept = oldVisit(desk, 'Somebody Else');
    const putBack = copyOf(desk);
    desk.services.users.delete(desk.admin, { id });
    desk.services.invitations.remove(desk.admin, { id: invited.id });
    desk.db.write(null, (tx) =>
      tx.update('visit', visit, { visitorName: null, visitorKey: null, anonymisedAt: tx.now }),
    );
    now.close();

    const older = putBack(desk);
    expect(countOf(older.db, `user where id = '${id}' and deleted_hlc is null`)).toBe(1);
    const { tick } = erasing(older, list);
    tick();

    expect(JSON.stringify(everything(older.db)).toLowerCase()).not.toContain('quetzal');
    expect(older.services.sessions.check(session.sessionId)).toEqual({ live: false, why: 'deleted' });
    expect(countOf(older.db, `preference where user_id = '${id}'`)).toBe(0);
    await refused(() => older.signIn('quetzal@marina.example'), 'sign_in.refused');
    await refused(() => older.services.invitations.lookUp({ secret: invited.code }), 'invitation.dead');
    expect(tab(older, 'history').rows.find((row) => row.id === kept)?.visitorName).toBe('Somebody Else');
    expect(auditOf(older.db, 'erasure.reapply').map(({ actorId, data }) => [actorId, data])).toEqual([
      [null, { users: 1, invitations: 1, visits: 0, keptAdmins: 0 }],
      [null, { users: 0, invitations: 0, visits: 1, keptAdmins: 0 }],
    ]);
    expect(auditOf(older.db, 'invitation.remove')).toEqual([]);
    expect(brokenEntry(older.db)).toBeNull();
    const after = everything(older.db);
    erasing(older, list).close();
    expect(everything(older.db)).toEqual(after);
    expect(kinds(list)).toHaveLength(3);
  });

  it('keeps an erased person who is its only administrator that can sign in, until there is another', async () => {
    const desk = await createDesk();
    const list = newList();
    const now = erasing(desk, list);
    const putBack = copyOf(desk);
    const eve = await desk.actor({ role: 'tenant_admin', email: 'eve@marina.example' });
    desk.services.users.delete(eve, { id: desk.admin.userId });
    now.close();

    const older = putBack(desk);
    erasing(older, list);
    await expect(older.signIn('ada@marina.example')).resolves.toMatchObject({ userId: desk.admin.userId });
    const applied = older.db.write(null, (tx) => applyErasures(tx, eraserOver(older.db), list.read()));
    expect(applied).toEqual({
      users: 0,
      invitations: 0,
      visits: 0,
      kept: [{ id: desk.admin.userId, displayName: 'Ada Lindqvist' }],
    });
    await older.person({ role: 'tenant_admin', email: 'next@marina.example' });
    erasing(older, list);
    await refused(() => older.signIn('ada@marina.example'), 'sign_in.refused');
    expect(auditOf(older.db, 'erasure.reapply').map(({ data }) => data)).toEqual([
      { users: 1, invitations: 0, visits: 0, keptAdmins: 0 },
    ]);
  });

  it('takes many visitors a batch at a time, over a restart too', async () => {
    const desk = await createDesk();
    const list = newList();
    const now = erasing(desk, list);
    const many = visitBatch + 3;
    for (let n = 0; n < many; n += 1) oldVisit(desk);
    const putBack = copyOf(desk);
    desk.clock.advance(400 * day);
    desk.services.due.run();
    desk.services.due.run();
    now.close();
    const older = putBack(desk);
    const left = () => countOf(older.db, 'visit where visitor_name is not null');
    erasing(older, list).tick();
    expect(left()).toBe(3);
    const { tick } = erasing(older, list);
    expect(left()).toBe(3);
    tick();
    expect(left()).toBe(0);
    expect(kinds(list)).toHaveLength(many);
  });
});
