import { describe, expect, it } from 'vitest';
import { createIds } from '../../../core/db/ids';
import { createServices } from '../../../core/services/create-services';
import { systemRandom } from '../../../core/system';
import { createTestDb } from '../../support/db';
import { cheapHasher } from '../../support/hasher';
import { developmentKeys } from '../../support/licence/development';
import { mailPorts } from '../../support/mail/ports';
import { commonPasswords } from '../../support/options';
import { createDesk, ownPassword } from './desk';
import { auditOf, countOf, everything, refused } from './observe';

const input = {
  organisationName: 'Marina Group',
  siteName: 'Harbour House',
  displayName: 'Ada Lindqvist',
  email: ' Ada@Marina.Example ',
  password: ownPassword,
  roleModel: 'three',
} as const;

function freshServices() {
  const { db, clock } = createTestDb();
  const ids = createIds({ clock, random: systemRandom });
  const services = createServices({
    db,
    clock,
    ids,
    random: systemRandom,
    hasher: cheapHasher(),
    announce: () => undefined,
    commonPasswords,
    mail: mailPorts(),
    licenceKeys: developmentKeys,
  });
  return { db, services };
}

describe('set-up', () => {
  it('makes the organisation, its first site and a Tenant-Admin with a password of their own', async () => {
    const { services } = freshServices();
    expect(services.organisation.current()).toBeNull();

    const { userId } = await services.setup.create(input);

    expect(services.organisation.current()).toMatchObject({ name: 'Marina Group', roleModel: 'three' });
    const held = await services.sessions.signIn({ email: 'ada@marina.example', password: ownPassword });
    expect(held).toMatchObject({ userId, passwordDue: false, grant: { role: 'tenant_admin' } });
    expect(services.sessions.view(held)).toMatchObject({
      email: 'Ada@Marina.Example',
      displayName: 'Ada Lindqvist',
    });
    const actor = { userId, sessionId: held.sessionId, role: held.grant.role, siteIds: [] };
    expect(services.sites.list(actor).sites.map((site) => site.name)).toEqual(['Harbour House']);
    expect(services.directory.statistics(actor).administrators.total).toBe(1);
  });

  it('is audited in its transaction, answered for by the person it makes', async () => {
    const { db, services } = freshServices();
    const { userId } = await services.setup.create(input);
    expect(auditOf(db).map((entry) => entry.action)).toEqual([
      'organisation.create',
      'site.create',
      'user.create',
    ]);
    expect(new Set(auditOf(db).map((entry) => entry.actorId))).toEqual(new Set([userId]));
    expect(auditOf(db, 'user.create')[0]?.data).toMatchObject({
      displayName: 'Ada Lindqvist',
      role: 'tenant_admin',
    });
  });

  it('happens once, also when it is asked twice at the same time', async () => {
    const { db, services } = freshServices();
    const results = await Promise.allSettled([services.setup.create(input), services.setup.create(input)]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(countOf(db, 'organisation')).toBe(1);
    expect(countOf(db, 'user')).toBe(1);
    await refused(
      () => services.setup.create({ ...input, email: 'eve@marina.example' }),
      'setup.already_done',
    );
  });

  it.each([
    ['short', 'password.too_short'],
    ['my marina boat', 'password.contains_context'],
    ['the harbour wall', 'password.contains_context'],
    ['LINDQVIST forever', 'password.contains_context'],
  ] as const)('refuses the password "%s" and leaves nothing behind', async (password, code) => {
    const { db, services } = freshServices();
    const before = everything(db);
    await refused(() => services.setup.create({ ...input, password }), code);
    expect(everything(db)).toEqual(before);
  });

  it('is still there after a restart', async () => {
    const desk = (await createDesk()).restart();
    expect(desk.services.organisation.current()?.name).toBe('Marina Group');
    await expect(desk.signIn('ada@marina.example')).resolves.toMatchObject({ passwordDue: false });
  });
});
