import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract, type RouteName } from '../../core/contract';
import type { AuditEntryView } from '../../core/contract/audit';
import type { AuditAction } from '../../core/domain/audit';
import { resources } from '../../renderer/i18n/resources';
import { accessTable } from './support/access-table';
import { buildWorld, openWorld, password, type World } from './support/world';

/**
 * Every request that can write is performed through the real router on a real database, and its entry is looked for in the log
 * as the log is read: who, what, and every name in it told by a text in every language.
 */

/** What each leaves. One that writes and has no line here fails below. */
const leaves: Partial<Record<RouteName, AuditAction>> = {
  'session.signIn': 'session.sign_in',
  'session.signOut': 'session.sign_out',
  'session.changePassword': 'password.change',
  'session.end': 'session.end',
  'session.endAll': 'session.end',
  'users.create': 'user.create',
  'users.update': 'user.update',
  'users.resetPassword': 'user.reset_password',
  'users.deactivate': 'user.deactivate',
  'users.reactivate': 'user.reactivate',
  'users.changeEmail': 'user.change_email',
  'users.setEndDate': 'user.set_end_date',
  'users.delete': 'user.delete',
  'users.undo': 'user.undo_deactivate',
  'invitations.create': 'invitation.create',
  'invitations.createSome': 'invitation.create',
  'invitations.saveList': 'invitation.save_list',
  'invitations.resend': 'invitation.resend',
  'invitations.remove': 'invitation.remove',
  'invitations.renewCode': 'invitation.renew_code',
  'invitations.sendNow': 'invitation.mail_retry',
  'invitations.accept': 'invitation.accept',
  'sites.create': 'site.create',
  'sites.rename': 'site.rename',
  'sites.archive': 'site.archive',
  'security.update': 'security.update',
  'organisation.update': 'organisation.update',
  'recovery.renew': 'recovery.renew',
  'recovery.confirm': 'recovery.confirm',
  'recovery.use': 'recovery.use',
  'key.setPassphrase': 'key.set_passphrase',
  'licence.import': 'licence.import',
  'clock.confirm': 'clock.confirm',
  'mail.update': 'mail.update',
  'mail.remove': 'mail.remove',
  'mail.trust': 'mail.trust',
  'mail.sendTest': 'mail.test',
  'mail.sendAll': 'mail.send_all',
  'visits.register': 'visit.register',
  'visits.checkIn': 'visit.check_in',
  'visits.checkOut': 'visit.check_out',
  'visits.cancel': 'visit.cancel',
  'audit.page': 'audit.read',
  'audit.verify': 'audit.verify',
  'audit.export': 'audit.export',
  'backups.make': 'backup.make',
  'backups.updateSettings': 'backup.update',
  'backups.chooseFolder': 'backup.update',
  'backups.useOwnFolder': 'backup.update',
  'backups.makeCopy': 'backup.copy',
  'support.save': 'support.save',
  'access.page': 'audit.read_access',
  'access.export': 'audit.export_access',
};

/** These change nothing worth an entry, for the reason given. */
const nothingToTell: Partial<Record<RouteName, string>> = {
  'setup.create': 'refused where there is an organisation; what it writes is looked for below',
  'session.choosePassword': 'for who has a temporary password: test/core/services/audit.test.ts',
  'app.setPreferences': 'one’s own view',
  'users.generatePassword': 'a password nobody has yet',
  'key.change': 'refused where no backup can be made: test/electron/key-change.test.ts',
  'key.removePassphrase': 'refused where there is none: test/electron/key.test.ts',
  'invitations.readList': 'reads a list, and says what would come of it',
  'sites.archivePreview': 'says what would come of it',
  'restore.choose': 'no backup is opened by that',
  'restore.compare': 'says what would come of it',
  'restore.run': 'there is no such backup here; its entry is looked for in restore.test.ts',
};

const routes = Object.keys(contract) as RouteName[];

/** Whether it may change rows: by its permission, or as the access table has it. */
function canWrite(route: RouteName): boolean {
  const { access } = contract[route];
  return accessTable[route].kind === 'acts' || (access.kind === 'permission' && access.write);
}

const everything = {
  actorId: null,
  subjectId: null,
  topic: null,
  siteId: null,
  from: null,
  before: null,
  text: '',
};

/** As the access table has it. */
const newPassword = 'eleven brass lamps';

let base: Awaited<ReturnType<typeof buildWorld>>;

beforeAll(async () => {
  base = await buildWorld();
}, 60_000);

afterAll(() => rmSync(base.path, { recursive: true, force: true }));

/** The newest entries, as the log is read. The first look of a session leaves an entry itself, later ones don't. */
async function log(world: World): Promise<AuditEntryView[]> {
  const look = { filter: everything, after: null, limit: 200 };
  const chief = await world.windowOf('tenantAdmin');
  let answer = await world.ask(chief, 'audit.page', look);
  if (!answer.ok) {
    // Whose sessions the act has ended signs in again.
    const email = world.addressOf('tenantAdmin');
    await world.ask(chief, 'session.signIn', { email, password: newPassword });
    answer = await world.ask(chief, 'audit.page', look);
  }
  return answer.value.entries;
}

/** What the act left in the log, oldest first. */
async function left(world: World, act: () => Promise<unknown>): Promise<AuditEntryView[]> {
  const known = new Set((await log(world)).map(({ id }) => id));
  await act();
  return (await log(world)).filter(({ id }) => !known.has(id)).reverse();
}

/** Facts that are codes, and how they are told. */
const codes = ['reason', 'why', 'by', 'problem', 'clock', 'initialPassword'];

/** Facts, fields and reasons are told by a text of their own, not by the name the code has for them. */
function untold({ action, outcome, changes, facts }: AuditEntryView): string[] {
  const { audit, common } = resources.en;
  const sentences = outcome === 'denied' ? audit.denied : audit.done;
  const values = [...facts, ...changes.map(({ field, after }) => ({ name: field, value: after }))];
  const named = [...changes.map(({ field }) => field), ...facts.map(({ name }) => name)];
  return [
    ...(Object.hasOwn(sentences, action.replace('.', '_')) ? [] : [`${action} (${outcome})`]),
    ...named
      .filter((name) => !Object.hasOwn(audit.field, name) && !Object.hasOwn(common.field, name))
      .map((name) => `${action}: ${name}`),
    ...values
      .filter(({ name, value }) => codes.includes(name) && value !== null)
      .map(({ name, value }) => `${name}_${value?.replaceAll('.', '_')}`)
      .filter((code) => !Object.hasOwn(audit.coded, code)),
  ];
}

describe('the audit log is complete', () => {
  it('no request that writes is left out', () => {
    const silent = routes.filter(
      (route) => canWrite(route) && !(route in leaves) && !(route in nothingToTell),
    );
    expect(silent).toEqual([]);
  });

  it.each(Object.entries(leaves) as [RouteName, AuditAction][])(
    '%s leaves %s',
    { timeout: 30_000 },
    async (route, action) => {
      const world = await openWorld(base.path, base.known);
      try {
        const asker = contract[route].access.kind === 'public' ? 'nobody' : 'tenantAdmin';
        const looking = route === 'audit.page';
        if (!looking) await log(world);
        const input = await accessTable[route].input(world, 'own', asker);
        // Somebody else signs out than who reads the log.
        const windowId = await world.windowOf(route === 'session.signOut' ? 'own' : asker);
        const act = () => world.ask(windowId, route, input);
        const found = looking ? await log(world) : await left(world, act);
        const entry = found.find((one) => one.action === action);
        expect([route, found.map((one) => one.action), entry?.outcome]).toEqual([
          route,
          expect.arrayContaining([action]),
          'done',
        ]);
        if (asker !== 'nobody') expect(entry?.actor?.name).toEqual(expect.any(String));
        expect(found.flatMap(untold)).toEqual([]);
      } finally {
        world.close();
      }
    },
  );

  it('each of them leaves one when it is refused, too', { timeout: 60_000 }, async () => {
    const world = await openWorld(base.path, base.known);
    try {
      await log(world);
      for (const route of routes.filter((name) => contract[name].access.kind === 'permission')) {
        const input = await accessTable[route].input(world, 'own', 'member');
        const mine = await world.windowOf('member');
        const entries = await left(world, () => world.ask(mine, route, input));
        const { access } = contract[route];
        // Visits are a Member's own business.
        if (access.kind !== 'permission' || route.startsWith('visits.')) continue;
        expect([route, entries]).toMatchObject([
          route,
          [
            {
              action: 'access.denied',
              outcome: 'denied',
              actor: { name: 'Mia Lund' },
              facts: [{ name: 'permission', value: access.permission }],
            },
          ],
        ]);
        expect(entries.flatMap(untold)).toEqual([]);
      }
    } finally {
      world.close();
    }
  });

  it('what strangers try in vain is in it', async () => {
    const world = await openWorld(base.path, base.known);
    try {
      const stranger = await world.windowOf('nobody');
      await log(world);
      const wrong = 'not the password';
      const entries = await left(world, async () => {
        await world.ask(stranger, 'session.signIn', { email: world.addressOf('own'), password: wrong });
        await world.ask(stranger, 'session.signIn', { email: 'nobody@x.example', password: wrong });
        await world.ask(stranger, 'invitations.lookUp', { secret: 'WRONG-CODE' });
        await world.ask(stranger, 'invitations.accept', { secret: 'WRONG-CODE', displayName: 'X', password });
        await world.ask(stranger, 'recovery.use', {
          code: 'WRONG-CODE',
          email: world.addressOf('tenantAdmin'),
          newPassword,
        });
      });
      expect(entries.map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
        'session.sign_in denied',
        'session.sign_in denied',
        'invitation.look_up denied',
        'invitation.look_up denied',
        'recovery.use denied',
      ]);
      expect(entries.flatMap(untold)).toEqual([]);
    } finally {
      world.close();
    }
  });

  it('everything that made this world is told by its texts', async () => {
    const world = await openWorld(base.path, base.known);
    try {
      const entries = await log(world);
      expect([...new Set(entries.flatMap(untold))]).toEqual([]);
      expect(entries.map(({ action }) => action)).toContain('organisation.create');
    } finally {
      world.close();
    }
  });
});
