import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RequestInput, RouteName } from '../../../core/contract';
import type { ErrorCode } from '../../../core/errors/catalogue';
import { licenceFile } from '../../support/licence/development';
import { type Asker, type Place, password, type World } from './world';

/** What comes of a request: let through, or the code of its refusal. */
export type Cell = 'ok' | ErrorCode;
type Cells = readonly (Cell | readonly [own: Cell, foreign: Cell])[];

interface Row<R extends RouteName> {
  /** `reads` leaves every row as it was, `acts` changes some, `shell` is about the window and its session. */
  kind: 'reads' | 'acts' | 'shell';
  /** Nobody, Member, Site-Admin, the same with delegated administration, Tenant-Admin; where they differ: own, foreign site. */
  cells: Cells;
  input(world: World, place: Place, asker: Asker): RequestInput<R> | Promise<RequestInput<R>>;
  /** Answers to who holds a secret, whoever they are. */
  bySecret?: true;
}

const [ok, s, d] = ['ok', 'access.session_required', 'access.denied'] as const;
const everybody: Cells = [ok, ok, ok, ok, ok];
const keyIsThere: Cells = [
  'key.not_asked',
  'key.not_asked',
  'key.not_asked',
  'key.not_asked',
  'key.not_asked',
];
const signedIn: Cells = [s, ok, ok, ok, ok];
const administrators: Cells = [s, d, ok, ok, ok];
const tenantAdmin: Cells = [s, d, d, d, ok];
const tenantAdminGets = (cell: ErrorCode): Cells => [s, d, d, d, cell];
const setUpAlready: Cells = everybody.map(() => 'setup.already_done' as const);
const delegable: Cells = [s, d, d, ok, ok];
const readAtOwn = (elsewhere: ErrorCode): Cells => [s, d, [ok, elsewhere], [ok, elsewhere], ok];
const delegableAtOwn = (elsewhere: ErrorCode): Cells => [s, d, d, [ok, elsewhere], ok];
const atOwn = (elsewhere: ErrorCode): Cells => {
  const cell = [ok, elsewhere] as const;
  return [s, cell, cell, cell, ok];
};

const newPassword = 'eleven brass lamps';
const noBackup = {
  source: { from: 'list', id: 'own/none' },
  recoveryKey: null,
  passphrase: null,
} as const;
const query = {
  kind: 'all',
  search: '',
  status: null,
  role: null,
  siteId: null,
  sort: 'email',
  direction: 'asc',
} as const;

const everyEntry = {
  actorId: null,
  subjectId: null,
  topic: null,
  siteId: null,
  from: null,
  before: null,
  text: '',
};

/** The day this world was made, UTC. */
const thatDay = { from: Date.UTC(2026, 10, 22), before: Date.UTC(2026, 10, 23) };

const newcomer = (siteId: string) => ({
  email: 'new@nordlicht.example',
  displayName: 'Nia Neu',
  role: 'member' as const,
  siteIds: [siteId],
});

const versionOf = async (world: World, id: string) => (await world.asChief('users.get', { id })).version;

async function siteVersion(world: World, id: string): Promise<number> {
  const { sites } = await world.asChief('sites.list', {});
  return sites.find((site) => site.id === id)?.version ?? 0;
}

async function sessionOf(world: World, place: Place): Promise<string> {
  await world.windowOf(place);
  const { sessions } = await world.asChief('session.list', { userId: world.people[place] });
  return sessions[0]?.id ?? '';
}

const shownMail = ({ invitations }: World, place: Place) => {
  const { link, code } = invitations[place];
  return { link, code, language: 'de' as const };
};

const visitOf = (visits: World['expected'], place: Place, asker: Asker) => ({
  id: visits[asker === 'member' && place === 'own' ? 'mine' : place],
});

/** Every request of the contract; one that is missing doesn't compile. */
export const accessTable: { [R in RouteName]: Row<R> } = {
  'app.state': { kind: 'reads', cells: everybody, input: () => ({}) },
  'app.newWindow': { kind: 'shell', cells: signedIn, input: () => ({}) },
  'app.copyText': { kind: 'shell', cells: signedIn, input: () => ({ text: 'K3Q' }) },
  'app.print': { kind: 'shell', cells: signedIn, input: () => ({ title: 'Slip', paper: 'A6' }) },
  'app.setPreferences': { kind: 'acts', cells: signedIn, input: () => ({ theme: 'dark' }) },
  'app.openedLink': { kind: 'reads', cells: everybody, input: () => ({}) },
  'health.status': { kind: 'reads', cells: signedIn, input: () => ({}) },
  'clock.status': { kind: 'reads', cells: signedIn, input: () => ({}) },
  'clock.confirm': { kind: 'acts', cells: tenantAdmin, input: () => ({}) },
  'app.openAgain': { kind: 'shell', cells: everybody, input: () => ({}) },
  'app.quit': { kind: 'shell', cells: everybody, input: () => ({}) },

  'setup.create': {
    kind: 'acts',
    cells: setUpAlready,
    input: () => ({
      organisationName: 'Other',
      siteName: 'Other',
      displayName: 'Otto',
      email: 'otto@x.example',
      password: newPassword,
      roleModel: 'three',
    }),
  },

  'session.signIn': {
    kind: 'acts',
    cells: everybody,
    input: (world, place) => ({ email: world.addressOf(place), password }),
    bySecret: true,
  },
  'session.signOut': { kind: 'acts', cells: signedIn, input: () => ({}) },
  'session.lock': { kind: 'shell', cells: signedIn, input: () => ({}) },
  'session.unlock': { kind: 'shell', cells: signedIn, input: () => ({ password }) },
  'session.choosePassword': { kind: 'acts', cells: [s, d, d, d, d], input: () => ({ newPassword }) },
  'session.changePassword': {
    kind: 'acts',
    cells: signedIn,
    input: () => ({ currentPassword: password, newPassword }),
  },
  'session.list': {
    kind: 'reads',
    cells: tenantAdmin,
    input: (world, place) => ({ userId: world.people[place] }),
  },
  'session.end': {
    kind: 'acts',
    cells: tenantAdmin,
    input: async (world, place) => ({ id: await sessionOf(world, place) }),
  },
  'session.endAll': {
    kind: 'acts',
    cells: tenantAdmin,
    input: async (world, place) => {
      await sessionOf(world, place);
      return { userId: world.people[place] };
    },
  },

  'users.page': { kind: 'reads', cells: administrators, input: () => ({ query, limit: 50 }) },
  'users.window': {
    kind: 'reads',
    cells: administrators,
    input: (world, place) => ({
      query: { ...query, siteId: world.sites[place] },
      window: { start: 0, limit: 50, anchor: null },
    }),
  },
  'users.statistics': { kind: 'reads', cells: administrators, input: () => ({}) },
  'users.get': {
    kind: 'reads',
    cells: readAtOwn('user.not_found'),
    input: (world, place) => ({ id: world.people[place] }),
  },
  'users.generatePassword': { kind: 'reads', cells: delegable, input: () => ({}) },
  'users.create': {
    kind: 'acts',
    cells: delegableAtOwn('site.not_found'),
    input: (world, place) => ({
      ...newcomer(world.sites[place]),
      password: newPassword,
      mustChangePassword: true,
      removeInvitationId: null,
    }),
  },
  'users.update': {
    kind: 'acts',
    cells: tenantAdmin,
    input: async (world, place) => ({
      id: world.people[place],
      version: await versionOf(world, world.people[place]),
      displayName: 'Renamed',
      role: 'member',
      siteIds: [world.sites[place]],
      applyNow: false,
      currentPassword: null,
    }),
  },
  'users.resetPassword': {
    kind: 'acts',
    cells: delegableAtOwn('user.not_found'),
    input: (world, place) => ({ id: world.people[place], password: newPassword }),
  },
  'users.deactivate': {
    kind: 'acts',
    cells: delegableAtOwn('user.not_found'),
    input: (world, place) => ({ id: world.people[place] }),
  },
  'users.deactivationPreview': {
    kind: 'reads',
    cells: delegableAtOwn('user.not_found'),
    input: (world, place) => ({ id: world.people[place] }),
  },
  'users.reactivate': {
    kind: 'acts',
    cells: tenantAdmin,
    input: (world, place) => ({
      id: world.people.inactive,
      role: 'member',
      siteIds: [world.sites[place]],
      password: newPassword,
    }),
  },
  'users.changeEmail': {
    kind: 'acts',
    cells: tenantAdmin,
    input: async (world, place) => ({
      id: world.people[place],
      version: await versionOf(world, world.people[place]),
      email: 'moved@nordlicht.example',
    }),
  },
  'users.setEndDate': {
    kind: 'acts',
    cells: tenantAdmin,
    input: async (world, place) => ({
      id: world.people[place],
      version: await versionOf(world, world.people[place]),
      leavesAt: Date.UTC(2027, 0, 1),
    }),
  },
  'users.delete': {
    kind: 'acts',
    cells: tenantAdmin,
    input: (world, place) => ({ id: world.people[place] }),
  },
  'users.undo': {
    kind: 'acts',
    cells: delegableAtOwn('user.not_found'),
    input: async (world, place, asker) => {
      const id = world.people[place];
      const own = asker === 'tenantAdmin' || (asker === 'delegated' && place === 'own');
      if (!own) return { id, entryId: id };
      // What one has done oneself, a moment ago.
      const done = await world.ask(await world.windowOf(asker), 'users.deactivate', { id });
      return { id, entryId: done.value.entryId };
    },
  },
  'users.history': {
    kind: 'reads',
    cells: delegableAtOwn('user.not_found'),
    input: (world, place) => ({ id: world.people[place], before: null, limit: 50 }),
  },

  'invitations.overTime': { kind: 'reads', cells: administrators, input: () => ({}) },
  'invitations.expiring': { kind: 'reads', cells: administrators, input: () => ({}) },
  'invitations.create': {
    kind: 'acts',
    cells: delegableAtOwn('site.not_found'),
    input: (world, place) => {
      const { email, role, siteIds } = newcomer(world.sites[place]);
      return { email, role, siteIds };
    },
  },
  'invitations.resend': {
    kind: 'acts',
    cells: delegableAtOwn('invitation.not_found'),
    input: (world, place) => ({ id: world.invitations[place].id }),
  },
  'invitations.remove': {
    kind: 'acts',
    cells: delegableAtOwn('invitation.not_found'),
    input: (world, place) => ({ id: world.invitations[place].id }),
  },
  'invitations.readList': {
    kind: 'reads',
    cells: delegable,
    input: () => ({ text: 'Name;E-Mail\nNia;nia@nordlicht.example' }),
  },
  'invitations.preview': {
    kind: 'reads',
    cells: delegableAtOwn('site.not_found'),
    input: (world, place) => {
      const { email, role, siteIds } = newcomer(world.sites[place]);
      return { role, siteIds, addresses: [email, world.addressOf('own'), world.addressOf('foreign')] };
    },
  },
  'invitations.createSome': {
    kind: 'acts',
    cells: delegableAtOwn('site.not_found'),
    input: (world, place) => {
      const { email, role, siteIds } = newcomer(world.sites[place]);
      return { role, siteIds, lines: [{ act: 'invite', email, reactivation: false }] };
    },
  },
  'invitations.saveList': {
    kind: 'shell',
    cells: delegable,
    input: () => {
      const row = { email: 'E-Mail', link: 'Link', code: 'Code', validUntil: 'Valid until' };
      return { title: 'Invitations', columns: row, invitations: [row] };
    },
  },
  'invitations.renewCode': {
    kind: 'acts',
    cells: delegableAtOwn('invitation.not_found'),
    input: (world, place) => ({ id: world.invitations[place].id }),
  },
  'invitations.delivery': {
    kind: 'reads',
    cells: readAtOwn('invitation.not_found'),
    input: (world, place) => ({ id: world.invitations[place].id }),
  },
  'invitations.sendNow': {
    kind: 'acts',
    cells: delegableAtOwn('invitation.not_found'),
    input: (world, place) => ({ id: world.invitations[place].id }),
  },
  'invitations.saveMail': {
    kind: 'reads',
    cells: delegableAtOwn('invitation.dead'),
    input: (world, place) => shownMail(world, place),
  },
  'invitations.openMail': {
    kind: 'reads',
    cells: delegableAtOwn('invitation.dead'),
    input: (world, place) => shownMail(world, place),
  },
  'invitations.lookUp': {
    kind: 'reads',
    cells: everybody,
    input: (world, place) => ({ secret: world.invitations[place].code }),
    bySecret: true,
  },
  'invitations.accept': {
    kind: 'acts',
    cells: everybody,
    input: (world, place) => ({
      secret: world.invitations[place].code,
      displayName: 'Ivo',
      password: newPassword,
    }),
    bySecret: true,
  },

  'sites.list': { kind: 'reads', cells: administrators, input: () => ({}) },
  'sites.create': { kind: 'acts', cells: tenantAdmin, input: () => ({ name: 'Kai' }) },
  'sites.rename': {
    kind: 'acts',
    cells: tenantAdmin,
    input: async (world, place) => ({
      id: world.sites[place],
      version: await siteVersion(world, world.sites[place]),
      name: 'Kai',
    }),
  },
  'sites.archivePreview': {
    kind: 'reads',
    cells: tenantAdmin,
    input: (world, place) => ({ id: world.sites[place] }),
  },
  'sites.archive': {
    kind: 'acts',
    cells: tenantAdmin,
    input: async (world, place) => ({
      id: world.sites[place],
      version: await siteVersion(world, world.sites[place]),
      moveTo: world.sites[place === 'own' ? 'foreign' : 'own'],
      invitations: 'move',
    }),
  },

  'security.status': { kind: 'reads', cells: tenantAdmin, input: () => ({}) },
  'security.update': {
    kind: 'acts',
    cells: tenantAdmin,
    input: async (world) => {
      const { version } = await world.asChief('organisation.get', {});
      const first = { initialPassword: 'either', temporaryPasswordHours: 24 } as const;
      return { version, delegation: false, idleLockMinutes: 5, ...first };
    },
  },
  'organisation.get': { kind: 'reads', cells: administrators, input: () => ({}) },
  'organisation.update': {
    kind: 'acts',
    cells: tenantAdmin,
    input: async (world) => {
      const { version } = await world.asChief('organisation.get', {});
      return { version, name: 'Nordlicht Nord', roleModel: 'three', visitRetentionDays: 30 };
    },
  },
  'organisation.twoRolesPreview': { kind: 'reads', cells: tenantAdmin, input: () => ({}) },

  'recovery.status': { kind: 'reads', cells: tenantAdmin, input: () => ({}) },
  'recovery.renew': { kind: 'acts', cells: tenantAdmin, input: () => ({}) },
  'recovery.confirm': {
    kind: 'acts',
    cells: tenantAdmin,
    input: async (world) => ({ id: (await world.asChief('recovery.renew', {})).id }),
  },
  'recovery.use': {
    kind: 'acts',
    cells: everybody,
    input: async (world) => {
      const { code } = await world.asChief('recovery.renew', {});
      return { code, email: world.addressOf('tenantAdmin'), newPassword };
    },
    bySecret: true,
  },

  // At a desk that isn't open: test/electron/key.test.ts.
  'key.unlock': { kind: 'reads', cells: keyIsThere, input: () => ({ passphrase: 'nine brass lamps' }) },
  'key.recover': { kind: 'reads', cells: keyIsThere, input: () => ({ recoveryKey: 'K7Q3M' }) },
  'key.setPassphrase': {
    kind: 'shell',
    cells: tenantAdmin,
    input: () => ({ password, passphrase: 'nine dozen owls' }),
  },
  'key.change': {
    kind: 'reads',
    cells: [s, d, d, d, 'backup.folder_unwritable'],
    input: async (world) => {
      // A file where backups would go: nothing is closed. What a change comes to: test/electron/key-change.test.ts.
      const { databasePath } = await world.asChief('security.status', {});
      writeFileSync(join(dirname(databasePath), 'backups'), '');
      return { password };
    },
  },
  'key.removePassphrase': {
    kind: 'reads',
    cells: [s, d, d, d, 'key.no_passphrase'],
    input: () => ({ password }),
  },

  'licence.get': { kind: 'reads', cells: tenantAdmin, input: () => ({}) },
  'licence.notice': { kind: 'reads', cells: signedIn, input: () => ({}) },
  'licence.import': {
    kind: 'acts',
    cells: tenantAdmin,
    input: async () => ({ file: await licenceFile() }),
  },

  'mail.settings': { kind: 'reads', cells: tenantAdmin, input: () => ({}) },
  'mail.update': {
    kind: 'acts',
    cells: tenantAdmin,
    input: async (world) => {
      const { version, server } = await world.asChief('mail.settings', {});
      if (server === null) throw new Error('The world has a mail server');
      const { password: _kept, trusted: _trusted, ...rest } = server;
      return { version, ...rest, userName: 'desk', password: 'a mail password' };
    },
  },
  'mail.remove': {
    kind: 'acts',
    cells: tenantAdmin,
    input: async (world) => ({ version: (await world.asChief('mail.settings', {})).version }),
  },
  // Nobody listens there.
  'mail.sendTest': { kind: 'reads', cells: [s, d, d, d, 'mail.failed'], input: () => ({}) },
  'mail.trust': {
    kind: 'acts',
    cells: tenantAdmin,
    input: async (world) => {
      const { version } = await world.asChief('mail.settings', {});
      return { version, fingerprint: null };
    },
  },
  'mail.status': { kind: 'reads', cells: tenantAdmin, input: () => ({}) },
  'mail.outbox': { kind: 'reads', cells: tenantAdmin, input: () => ({ before: null, limit: 50 }) },
  'mail.sendAll': { kind: 'acts', cells: tenantAdmin, input: () => ({}) },
  'audit.page': {
    kind: 'reads',
    cells: delegable,
    input: (world, place) => ({
      filter: { ...everyEntry, siteId: world.sites[place] },
      after: null,
      limit: 200,
    }),
  },
  'audit.verify': { kind: 'reads', cells: tenantAdmin, input: () => ({}) },
  'audit.export': {
    kind: 'reads',
    cells: delegable,
    input: () => ({ filter: everyEntry, format: 'json' }),
  },
  'audit.cancel': { kind: 'shell', cells: delegable, input: () => ({}) },
  'access.page': {
    kind: 'reads',
    cells: delegableAtOwn('site.not_found'),
    input: (world, place) => ({ siteId: world.sites[place], ...thatDay, text: '', offset: 0, limit: 200 }),
  },
  'access.export': {
    kind: 'reads',
    cells: delegableAtOwn('site.not_found'),
    input: (world, place) => ({ siteId: world.sites[place], ...thatDay }),
  },

  'backups.status': { kind: 'reads', cells: tenantAdmin, input: () => ({}) },
  'backups.notice': { kind: 'reads', cells: tenantAdmin, input: () => ({}) },
  'backups.make': { kind: 'acts', cells: tenantAdmin, input: () => ({}) },
  'backups.updateSettings': {
    kind: 'acts',
    cells: tenantAdmin,
    input: async (world) => {
      const { version, plan } = await world.asChief('backups.status', {});
      return { version, ...plan, schedule: 'weekly', keep: 'year' };
    },
  },
  'backups.chooseFolder': { kind: 'acts', cells: tenantAdmin, input: () => ({}) },
  'backups.useOwnFolder': { kind: 'acts', cells: tenantAdmin, input: () => ({}) },
  'support.save': { kind: 'reads', cells: tenantAdmin, input: () => ({}) },
  'backups.makeCopy': {
    kind: 'reads',
    cells: tenantAdmin,
    input: () => ({ passphrase: 'seven quiet ferns' }),
  },
  'backups.showFolder': { kind: 'shell', cells: tenantAdmin, input: () => ({}) },

  'restore.choose': { kind: 'shell', cells: tenantAdmin, input: () => ({}) },
  // There is no such backup: what restoring one changes is looked at in test/electron/restore.test.ts.
  'restore.compare': { kind: 'reads', cells: tenantAdminGets('backup.gone'), input: () => noBackup },
  'restore.run': { kind: 'reads', cells: tenantAdminGets('backup.gone'), input: () => noBackup },
  'rescue.found': { kind: 'reads', cells: setUpAlready, input: () => ({}) },
  'rescue.choose': { kind: 'shell', cells: setUpAlready, input: () => ({}) },
  'rescue.compare': { kind: 'reads', cells: setUpAlready, input: () => noBackup },
  'rescue.run': { kind: 'reads', cells: setUpAlready, input: () => noBackup },

  'visits.page': {
    kind: 'reads',
    cells: atOwn('site.not_found'),
    input: (world, place) => ({
      siteId: world.sites[place],
      tab: 'expected',
      search: '',
      before: null,
      limit: 50,
    }),
  },
  'visits.hosts': {
    kind: 'reads',
    cells: atOwn('site.not_found'),
    input: (world, place) => ({ siteId: world.sites[place], search: '' }),
  },
  'visits.register': {
    kind: 'acts',
    cells: atOwn('site.not_found'),
    input: (world, place, asker) => ({
      siteId: world.sites[place],
      visitorName: 'Nora Neu',
      hostId: world.people[asker === 'member' ? 'member' : place],
      company: null,
      visitorEmail: null,
      purpose: null,
      expectedArrivalAt: null,
      expectedDepartureAt: null,
    }),
  },
  'visits.checkIn': {
    kind: 'acts',
    cells: atOwn('visit.not_found'),
    input: (world, place, asker) => visitOf(world.expected, place, asker),
  },
  'visits.checkOut': {
    kind: 'acts',
    cells: atOwn('visit.not_found'),
    input: (world, place, asker) => visitOf(world.onSite, place, asker),
  },
  'visits.cancel': {
    kind: 'acts',
    cells: atOwn('visit.not_found'),
    input: (world, place, asker) => visitOf(world.expected, place, asker),
  },
};
