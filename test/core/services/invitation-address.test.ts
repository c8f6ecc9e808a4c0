import { describe, expect, it } from 'vitest';
import { createDesk, type Desk, day } from './desk';
import { countOf, everything, refused } from './observe';

function invite(desk: Desk, email: string) {
  return desk.services.invitations.create(desk.admin, { email, role: 'member', siteIds: [desk.siteId] });
}

/** Ways to write one and the same address. */
const spellings: [string, string, string][] = [
  ['case', 'Jörg.Straße@Marina.example', 'JÖRG.STRAßE@MARINA.EXAMPLE'],
  ['blanks around', 'bo@marina.example', ' \tbo@marina.example\n'],
  ['a domain in its own script and in ASCII', 'bo@größe.example', 'bo@xn--gre-6ka8i.example'],
  ['full-width letters', 'bo@marina.example', 'ｂｏ@ｍａｒｉｎａ.example'],
  ['a full-width at sign', 'bo@marina.example', 'bo＠marina.example'],
  ['letter and accent apart', 'zoé@marina.example', 'zoe\u0301@marina.example'],
  ['the Kelvin sign', 'kim@marina.example', '\u212Aim@marina.example'],
  ['an ideographic full stop', 'bo@marina.example', 'bo@marina。example'],
];

describe.each(spellings)('one live invitation per address, whatever differs: %s', (_name, first, second) => {
  it('a pending one is not sent twice, and its own address is named', async () => {
    const desk = await createDesk();
    const ready = invite(desk, first);
    const before = everything(desk.db);
    await refused(() => invite(desk, second), 'invitation.already_pending', {
      invitationId: ready.id,
      email: first,
    });
    expect(everything(desk.db)).toEqual(before);
  });

  it('an expired one is replaced in the same transaction', async () => {
    const desk = await createDesk();
    const old = invite(desk, first);
    desk.clock.advance(7 * day);
    desk.admin.sessionId = desk.services.sessions.startFor(desk.admin.userId).sessionId;
    const fresh = invite(desk, second);
    await refused(() => desk.services.invitations.lookUp({ secret: old.code }), 'invitation.dead');
    expect(desk.services.invitations.lookUp({ secret: fresh.code }).email).toBe(second.trim());
    expect(countOf(desk.db, 'invitation where removed_at is null')).toBe(1);
    expect(countOf(desk.db, "directory_entry where kind = 'invitation'")).toBe(1);
  });

  it('an account is known by it: an active one is refused, an inactive one brought back at its own address', async () => {
    const desk = await createDesk();
    const userId = await desk.person({ email: first });
    await refused(() => invite(desk, second), 'invitation.email_active', { userId, email: first });
    desk.services.users.deactivate(desk.admin, { id: userId });
    expect(invite(desk, second)).toMatchObject({ email: first, reactivation: true });
  });
});

it('the database itself holds no second live invitation to an address', async () => {
  const desk = await createDesk();
  const { id } = invite(desk, 'bo@marina.example');
  expect(() =>
    desk.db.write(null, (tx) =>
      tx.insert('invitation', {
        ...{ id: tx.newId(), email: 'bo@marina.example', emailKey: 'bo@marina.example', role: 'member' },
        ...{ inviterId: desk.admin.userId, createdAt: tx.now, sentAt: tx.now, expiresAt: tx.now + day },
      }),
    ),
  ).toThrow(/UNIQUE/);
  desk.services.invitations.remove(desk.admin, { id });
  expect(invite(desk, 'bo@marina.example').id).not.toBe(id);
});
