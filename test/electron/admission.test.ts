import { describe, expect, it } from 'vitest';
import { type AccessSettings, can } from '../../core/access/permissions';
import { contract, type RouteName } from '../../core/contract';
import type { Role } from '../../core/domain/role';
import { isAppError } from '../../core/errors/app-error';
import { createAdmission } from '../../electron/ipc/admission';
import type { CurrentSession } from '../../electron/window/window-sessions';

function session(
  role: Role,
  changes: { locked?: boolean; passwordDue?: boolean; storedRole?: Role } = {},
): CurrentSession {
  const { locked = false, passwordDue = false, storedRole = role } = changes;
  const grant = { role, siteIds: ['site'], issuedAt: 0, expiresAt: 1 };
  const held = { sessionId: 's', userId: 'u', refreshToken: 't', grant, passwordDue, startedAt: 0 };
  return { held, locked, storedRole };
}

const windows = {
  nobody: null,
  locked: session('tenant_admin', { locked: true }),
  passwordDue: session('tenant_admin', { passwordDue: true }),
  member: session('member'),
  siteAdmin: session('site_admin'),
  tenantAdmin: session('tenant_admin'),
};
type WindowKind = keyof typeof windows;

const letters: Record<string, string> = {
  'access.session_required': 's',
  'access.locked': 'l',
  'access.password_change_due': 'p',
  'access.denied': 'd',
  'setup.required': 'u',
};

interface Circumstances {
  /** `null`: before set-up. */
  settings?: AccessSettings | null;
  denials?: string[];
}

function outcome(
  route: RouteName,
  current: CurrentSession | null,
  { settings = { delegation: false }, denials = [] }: Circumstances = {},
): string {
  const admit = createAdmission({
    windowSessions: { current: () => current },
    organisation: () => settings,
    denied: (actor, permission) => denials.push(`${actor.userId} ${permission}`),
  });
  try {
    admit(route, contract[route].access, 1);
    return '+';
  } catch (error) {
    return isAppError(error) ? (letters[error.code] ?? error.code) : 'fault';
  }
}

/**
 * What the router does with each request, in six windows: nobody signed in, locked, password due, Member, Site-Admin,
 * Tenant-Admin. `+` let through, `s` sign in first, `l` locked, `p` password change due, `d` denied.
 */
const table: Record<RouteName, string> = {
  'app.state': '++++++',
  'app.newWindow': 'sl++++',
  'app.copyText': 'slp+++',
  'app.setPreferences': 'slp+++',
  'app.quit': '++++++',
  'app.openAgain': '+l++++',
  'setup.create': '+l++++',
  'session.signIn': '+l++++',
  'session.signOut': 's+++++',
  'session.lock': 'slp+++',
  'session.unlock': 's+++++',
  'session.choosePassword': 'sl++++',
  'session.changePassword': 'slp+++',
  'users.page': 'slpd++',
  'users.window': 'slpd++',
  'users.statistics': 'slpd++',
  'users.get': 'slpd++',
  'users.generatePassword': 'slpdd+',
  'users.create': 'slpdd+',
  'users.update': 'slpdd+',
  'users.resetPassword': 'slpdd+',
  'users.deactivate': 'slpdd+',
  'users.reactivate': 'slpdd+',
  'invitations.overTime': 'slpd++',
  'invitations.expiring': 'slpd++',
  'invitations.create': 'slpdd+',
  'invitations.resend': 'slpdd+',
  'invitations.remove': 'slpdd+',
  'invitations.readList': 'slpdd+',
  'invitations.preview': 'slpdd+',
  'invitations.createSome': 'slpdd+',
  'invitations.saveList': 'slpdd+',
  'invitations.renewCode': 'slpdd+',
  'invitations.delivery': 'slpd++',
  'invitations.sendNow': 'slpdd+',
  'invitations.saveMail': 'slpdd+',
  'invitations.openMail': 'slpdd+',
  'invitations.lookUp': '+l++++',
  'invitations.accept': '+l++++',
  'sites.list': 'slpd++',
  'sites.create': 'slpdd+',
  'sites.rename': 'slpdd+',
  'sites.archivePreview': 'slpdd+',
  'sites.archive': 'slpdd+',
  'security.status': 'slpdd+',
  'app.print': 'slp+++',
  'health.status': 'slp+++',
  'clock.status': 'slp+++',
  'clock.confirm': 'slpdd+',
  'audit.page': 'slpdd+',
  'audit.verify': 'slpdd+',
  'audit.export': 'slpdd+',
  'audit.cancel': 'slpdd+',
  'access.page': 'slpdd+',
  'access.export': 'slpdd+',
  'app.openedLink': '+l++++',
  'users.deactivationPreview': 'slpdd+',
  'users.changeEmail': 'slpdd+',
  'users.setEndDate': 'slpdd+',
  'users.delete': 'slpdd+',
  'users.undo': 'slpdd+',
  'users.history': 'slpdd+',
  'session.list': 'slpdd+',
  'session.end': 'slpdd+',
  'session.endAll': 'slpdd+',
  'security.update': 'slpdd+',
  'organisation.get': 'slpd++',
  'organisation.update': 'slpdd+',
  'organisation.twoRolesPreview': 'slpdd+',
  'recovery.status': 'slpdd+',
  'recovery.renew': 'slpdd+',
  'recovery.confirm': 'slpdd+',
  'recovery.use': '+l++++',
  'key.unlock': '+l++++',
  'key.recover': '+l++++',
  'key.setPassphrase': 'slpdd+',
  'key.change': 'slpdd+',
  'key.removePassphrase': 'slpdd+',
  'licence.get': 'slpdd+',
  'licence.notice': 'slp+++',
  'licence.import': 'slpdd+',
  'mail.settings': 'slpdd+',
  'mail.update': 'slpdd+',
  'mail.remove': 'slpdd+',
  'mail.sendTest': 'slpdd+',
  'mail.trust': 'slpdd+',
  'mail.status': 'slpdd+',
  'mail.outbox': 'slpdd+',
  'mail.sendAll': 'slpdd+',
  'backups.status': 'slpdd+',
  'backups.notice': 'slpdd+',
  'backups.make': 'slpdd+',
  'backups.updateSettings': 'slpdd+',
  'backups.chooseFolder': 'slpdd+',
  'backups.useOwnFolder': 'slpdd+',
  'backups.makeCopy': 'slpdd+',
  'support.save': 'slpdd+',
  'backups.showFolder': 'slpdd+',
  'restore.choose': 'slpdd+',
  'restore.compare': 'slpdd+',
  'restore.run': 'slpdd+',
  'rescue.found': '+l++++',
  'rescue.choose': '+l++++',
  'rescue.compare': '+l++++',
  'rescue.run': '+l++++',
  'visits.page': 'slp+++',
  'visits.hosts': 'slp+++',
  'visits.register': 'slp+++',
  'visits.checkIn': 'slp+++',
  'visits.checkOut': 'slp+++',
  'visits.cancel': 'slp+++',
};

const routes = Object.keys(contract) as RouteName[];
const kinds = Object.keys(windows) as WindowKind[];

describe('who may ask what', () => {
  it.each(routes)('%s', (route) => {
    expect(kinds.map((kind) => outcome(route, windows[kind])).join('')).toBe(table[route]);
  });

  it('with delegated administration: no more than these, and to Site-Admins only', () => {
    const settings = { delegation: true };
    const gained = (kind: WindowKind) =>
      routes.filter((route) => outcome(route, windows[kind], { settings }) !== outcome(route, windows[kind]));
    expect(gained('siteAdmin').sort()).toEqual([
      'access.export',
      'access.page',
      'audit.cancel',
      'audit.export',
      'audit.page',
      'invitations.create',
      'invitations.createSome',
      'invitations.openMail',
      'invitations.preview',
      'invitations.readList',
      'invitations.remove',
      'invitations.renewCode',
      'invitations.resend',
      'invitations.saveList',
      'invitations.saveMail',
      'invitations.sendNow',
      'users.create',
      'users.deactivate',
      'users.deactivationPreview',
      'users.generatePassword',
      'users.history',
      'users.resetPassword',
      'users.undo',
    ]);
    for (const kind of kinds) if (kind !== 'siteAdmin') expect([kind, gained(kind)]).toEqual([kind, []]);
  });

  it('before set-up: nothing but the state, the set-up, a backup brought here, and closing', () => {
    const open = routes.filter((route) => outcome(route, null, { settings: null }) !== 'u');
    const rescue = ['rescue.choose', 'rescue.compare', 'rescue.found', 'rescue.run'];
    expect(open.sort()).toEqual(['app.quit', 'app.state', ...rescue, 'setup.create']);
  });
});

describe('a role that changed since the grant', () => {
  const demoted = session('tenant_admin', { storedRole: 'member' });
  const promoted = session('member', { storedRole: 'tenant_admin' });

  it('demoted: what is seen follows the grant, every write the stored role lacks is refused at once', () => {
    for (const route of routes) {
      const { access } = contract[route];
      if (access.kind !== 'permission') continue;
      const kept = !access.write || can('member', access.permission, { delegation: false });
      expect([route, outcome(route, demoted)]).toEqual([route, kept ? '+' : 'd']);
    }
  });

  it('promoted: nothing new before the grant is renewed', () => {
    for (const route of routes)
      expect([route, outcome(route, promoted)]).toEqual([route, outcome(route, windows.member)]);
  });

  it('notes every denied attempt, and only those', () => {
    const denials: string[] = [];
    outcome('users.create', demoted, { denials });
    outcome('users.page', demoted, { denials });
    outcome('users.create', null, { denials });
    expect(denials).toEqual(['u user.create']);
  });
});
