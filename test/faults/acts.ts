import { randomBytes } from 'node:crypto';
import type { ReadDb } from '../../core/db/types';
import type { Role } from '../../core/domain/role';
import type { Actor } from '../../core/services/actor';
import type { HeldSession } from '../../core/services/sessions/types';
import type { Chance } from '../support/seed';
import type { OpenServices } from './services';

/** Something a person at the desk does. */
export interface Act {
  name: string;
  /**
   * The audit entries it leaves, as a pattern over their actions with blanks between; `null`: it takes several
   * transactions, of which any number may have been done.
   */
  leaves: string | null;
  run(): unknown;
}

/** What the acts need to remember of earlier ones: secrets are told once. */
export interface Memory {
  admin: Actor;
  codes: Map<string, string>;
  passwords: Map<string, string>;
  sessions: HeldSession[];
}

/** Ada signs in; nothing is remembered yet. */
export function signedIn({ db, services }: OpenServices): Memory {
  const ada = db.statement<{ id: string }>("select id from user where email like 'ada@%'").get();
  if (ada === undefined) throw new Error('Nobody has set this desk up');
  const { sessionId, userId, grant } = services.sessions.startFor(ada.id);
  const admin = { userId, sessionId, role: grant.role, siteIds: grant.siteIds };
  return { admin, codes: new Map(), passwords: new Map(), sessions: [] };
}

const aDay = 86_400_000;
const password = () => `h7kq-3mzd-${randomBytes(6).toString('hex')}`;
const word = () => randomBytes(5).toString('hex');

/** The next thing to happen, by chance, among what can happen now. */
export function nextAct(desk: OpenServices, memory: Memory, chance: Chance, only: 'mixed' | 'lists'): Act {
  const makers = only === 'lists' ? lists : mixed;
  for (;;) {
    const act = chance.one(makers)({ ...desk, ...memory, chance, ...looking(desk.db, chance) });
    if (act !== null) return act;
  }
}

type Scene = OpenServices & Memory & { chance: Chance } & ReturnType<typeof looking>;
type Maker = (scene: Scene) => Act | null;

function looking(db: ReadDb, chance: Chance) {
  function any<Row>(sql: string, ...parameters: (string | number)[]): Row | null {
    const rows = db.statement<Row>(sql).all(...parameters);
    return rows.length === 0 ? null : chance.one(rows);
  }
  const sites = () =>
    db
      .statement<{ id: string }>('select id from site where archived_at is null')
      .all()
      .map(({ id }) => id);
  return {
    any,
    sites,
    person: (status: 'active' | 'inactive') =>
      any<Person>(
        `select id, email, version, role from user where status = ? and deleted_hlc is null and email not like 'ada@%'`,
        status,
      ),
    assignment() {
      const role = chance.one<Role>(['member', 'member', 'member', 'site_admin', 'tenant_admin']);
      return { role, siteIds: role === 'tenant_admin' ? [] : [chance.one(sites())] };
    },
  };
}

interface Person {
  id: string;
  email: string;
  version: number;
  role: Role | null;
}

const openInvitation = `select id, email from invitation where accepted_at is null and removed_at is null`;
const expectedVisit = `select id from visit where checked_in_at is null and cancelled_at is null and expected_departure_at > ?`;

const createUser: Maker = ({ services, admin, chance, assignment, passwords }) => ({
  name: 'users.create',
  leaves: 'user.create',
  async run() {
    const email = `${word()}@marina.example`;
    const chosen = password();
    await services.users.create(admin, {
      ...assignment(),
      email,
      displayName: `Bo ${word()}`,
      password: chosen,
      mustChangePassword: chance.percent(30),
      removeInvitationId: null,
    });
    passwords.set(email, chosen);
  },
});

const updateUser: Maker = ({ services, admin, assignment, person, chance }) => {
  const found = person('active');
  return (
    found && {
      name: 'users.update',
      leaves: 'user.update',
      run: () =>
        services.users.update(admin, {
          ...assignment(),
          id: found.id,
          version: found.version,
          displayName: `Cid ${word()}`,
          applyNow: chance.percent(50),
          currentPassword: null,
        }),
    }
  );
};

const deactivate: Maker = ({ services, admin, person }) => {
  const found = person('active');
  return (
    found && {
      name: 'users.deactivate',
      leaves: 'user.deactivate',
      run: () => services.users.deactivate(admin, { id: found.id }),
    }
  );
};

const reactivate: Maker = ({ services, admin, person, assignment }) => {
  const found = person('inactive');
  return (
    found && {
      name: 'users.reactivate',
      leaves: '(invitation.remove )?user.reactivate',
      run: () => services.users.reactivate(admin, { ...assignment(), id: found.id, password: password() }),
    }
  );
};

const deleteUser: Maker = ({ services, admin, person, chance }) => {
  const found = person(chance.one(['active', 'inactive']));
  return (
    found && {
      name: 'users.delete',
      leaves: 'user.delete( invitation.remove)*',
      run: () => services.users.delete(admin, { id: found.id }),
    }
  );
};

const resetPassword: Maker = ({ services, admin, person }) => {
  const found = person('active');
  return (
    found && {
      name: 'users.resetPassword',
      leaves: 'user.reset_password',
      run: () => services.users.resetPassword(admin, { id: found.id, password: password() }),
    }
  );
};

const changeEmail: Maker = ({ services, admin, person }) => {
  const found = person('active');
  return (
    found && {
      name: 'users.changeEmail',
      leaves: '(invitation.remove )?user.change_email',
      run: () =>
        services.users.changeEmail(admin, {
          id: found.id,
          version: found.version,
          email: `${word()}@marina.example`,
        }),
    }
  );
};

const setEndDate: Maker = ({ services, admin, person, clock, chance }) => {
  const found = person('active');
  return (
    found && {
      name: 'users.setEndDate',
      leaves: 'user.set_end_date',
      run: () =>
        services.users.setEndDate(admin, {
          id: found.id,
          version: found.version,
          leavesAt: clock.now() + chance.between(1, 5 * aDay),
        }),
    }
  );
};

const invite: Maker = ({ services, admin, person, assignment, chance, codes }) => {
  const former = chance.percent(30) ? person('inactive') : null;
  return {
    name: 'invitations.create',
    leaves: '(invitation.remove )?invitation.create',
    run() {
      const email = former?.email ?? `${word()}@guests.example`;
      const { id, code } = services.invitations.create(admin, { ...assignment(), email });
      codes.set(id, code);
    },
  };
};

const resend: Maker = ({ services, admin, any, codes }) => {
  const found = any<{ id: string }>(openInvitation);
  return (
    found && {
      name: 'invitations.resend',
      leaves: 'invitation.resend',
      run: () => codes.set(found.id, services.invitations.resend(admin, { id: found.id }).code),
    }
  );
};

const renewCode: Maker = ({ services, admin, any, codes }) => {
  const found = any<{ id: string }>(openInvitation);
  return (
    found && {
      name: 'invitations.renewCode',
      leaves: 'invitation.renew_code',
      run: () => codes.set(found.id, services.invitations.renewCode(admin, { id: found.id }).code),
    }
  );
};

const removeInvitation: Maker = ({ services, admin, any }) => {
  const found = any<{ id: string }>(openInvitation);
  return (
    found && {
      name: 'invitations.remove',
      leaves: 'invitation.remove',
      run: () => services.invitations.remove(admin, { id: found.id }),
    }
  );
};

const accept: Maker = ({ services, chance, codes, passwords }) => {
  if (codes.size === 0) return null;
  const [id, secret] = chance.one([...codes]);
  return {
    name: 'invitations.accept',
    leaves: '(((user.create|user.reactivate) )?invitation.accept|invitation.look_up)',
    async run() {
      codes.delete(id);
      const chosen = password();
      const { email } = await services.invitations.accept({
        secret,
        displayName: `Dag ${word()}`,
        password: chosen,
      });
      passwords.set(email, chosen);
    },
  };
};

const inviteMany: Maker = ({ services, admin, assignment, chance, db }) => {
  const lines = chance.between(10, 50);
  return {
    name: 'invitations.createSome',
    leaves: `(invitation.(create|resend) ?){${lines}}`,
    run() {
      const waiting = db
        .statement<{ id: string }>(`${openInvitation} and expires_at > 0 order by random() limit 3`)
        .all();
      const resent = waiting.map(({ id }) => ({ act: 'resend' as const, invitationId: id }));
      const fresh = Array.from({ length: lines - resent.length }, () => ({
        act: 'invite' as const,
        email: `${word()}@guests.example`,
        reactivation: false,
      }));
      services.invitations.createSome(admin, { ...assignment(), lines: [...fresh, ...resent] });
    },
  };
};

const createSite: Maker = ({ services, admin, sites }) =>
  sites().length > 8
    ? null
    : {
        name: 'sites.create',
        leaves: 'site.create',
        run: () => services.sites.create(admin, { name: `Pier ${word()}` }),
      };

const renameSite: Maker = ({ services, admin, any }) => {
  const found = any<{ id: string; version: number }>(
    'select id, version from site where archived_at is null',
  );
  return (
    found && {
      name: 'sites.rename',
      leaves: 'site.rename',
      run: () => services.sites.rename(admin, { ...found, name: `Quay ${word()}` }),
    }
  );
};

const archiveSite: Maker = ({ services, admin, any, sites, chance }) => {
  if (sites().length < 4) return null;
  const found = any<{ id: string; version: number }>(
    'select id, version from site where archived_at is null',
  );
  const others = sites().filter((id) => id !== found?.id);
  return (
    found && {
      name: 'sites.archive',
      leaves: '((user.update|invitation.update|invitation.remove) )*site.archive',
      run: () =>
        services.sites.archive(admin, {
          ...found,
          moveTo: chance.one(others),
          invitations: chance.one(['move', 'remove']),
        }),
    }
  );
};

const register: Maker = ({ services, admin, any, clock, chance }) => {
  const host = any<{ id: string; siteId: string }>(
    `select u.id, us.site_id as siteId from user u join user_site us on us.user_id = u.id and us.deleted_hlc is null
     where u.status = 'active'`,
  );
  return (
    host && {
      name: 'visits.register',
      leaves: 'visit.register',
      run: () =>
        services.visits.register(admin, {
          siteId: host.siteId,
          hostId: host.id,
          visitorName: `Eva ${word()}`,
          company: chance.percent(50) ? `Firma ${word()}` : null,
          visitorEmail: null,
          purpose: null,
          expectedArrivalAt: clock.now(),
          expectedDepartureAt: clock.now() + chance.between(1, aDay),
        }),
    }
  );
};

const checkIn: Maker = ({ services, admin, any, clock }) => {
  const found = any<{ id: string }>(expectedVisit, clock.now());
  return (
    found && {
      name: 'visits.checkIn',
      leaves: 'visit.check_in',
      run: () => services.visits.checkIn(admin, found),
    }
  );
};

const checkOut: Maker = ({ services, admin, any }) => {
  const found = any<{ id: string }>(
    'select id from visit where checked_in_at is not null and checked_out_at is null',
  );
  return (
    found && {
      name: 'visits.checkOut',
      leaves: 'visit.check_out',
      run: () => services.visits.checkOut(admin, found),
    }
  );
};

const cancelVisit: Maker = ({ services, admin, any, clock }) => {
  const found = any<{ id: string }>(expectedVisit, clock.now());
  return (
    found && {
      name: 'visits.cancel',
      leaves: 'visit.cancel',
      run: () => services.visits.cancel(admin, found),
    }
  );
};

const updateOrganisation: Maker = ({ services, admin, chance }) => ({
  name: 'organisation.update',
  leaves: 'organisation.update',
  run() {
    const { version, roleModel } = services.organisation.get(admin);
    const name = `Marina ${word()}`;
    services.organisation.update(admin, {
      version,
      roleModel,
      name,
      visitRetentionDays: chance.between(30, 400),
    });
  },
});

const updateSecurity: Maker = ({ services, admin }) => ({
  name: 'security.update',
  leaves: 'security.update',
  run() {
    const { version, delegation, initialPassword, temporaryPasswordHours, idleLockMinutes } =
      services.organisation.get(admin);
    services.organisation.updateSecurity(admin, {
      version,
      initialPassword,
      temporaryPasswordHours,
      delegation: !delegation,
      idleLockMinutes: idleLockMinutes === 10 ? 20 : 10,
    });
  },
});

const signIn: Maker = ({ services, chance, passwords, sessions }) => {
  if (passwords.size === 0) return null;
  const [email, known] = chance.one([...passwords]);
  return {
    name: 'session.signIn',
    leaves: 'session.sign_in',
    async run() {
      sessions.push(
        await services.sessions.signIn({ email, password: chance.percent(80) ? known : 'wrong one' }),
      );
    },
  };
};

const signOut: Maker = ({ services, sessions }) => {
  const held = sessions.pop();
  return held === undefined
    ? null
    : {
        name: 'session.signOut',
        leaves: '(session.sign_out)?',
        run: () => services.sessions.end(held.sessionId, 'signedOut'),
      };
};

const changePassword: Maker = ({ services, sessions, db, passwords }) => {
  const held = sessions.at(-1);
  const email = db
    .statement<{ email: string }>('select email from user where id = ?')
    .get(held?.userId ?? '');
  const current = passwords.get(email?.email ?? '');
  if (held === undefined || email === undefined || current === undefined) return null;
  return {
    name: 'session.changePassword',
    leaves: '(password.change|password.verify)',
    async run() {
      const chosen = password();
      // Who has a temporary one is asked for their own before anything else.
      if (held.passwordDue) sessions.push(await services.sessions.choosePassword(held, chosen));
      else await services.sessions.changePassword(held, current, chosen);
      passwords.set(email.email, chosen);
    },
  };
};

const prefer: Maker = ({ services, admin, chance }) => ({
  name: 'preferences.set',
  leaves: '',
  run: () =>
    services.sessions.setPreferences(admin.userId, {
      language: chance.one(['en', 'de']),
      density: chance.one(['comfortable', 'compact']),
    }),
});

const renewKit: Maker = ({ services, admin }) => ({
  name: 'recovery.renew',
  leaves: 'recovery.renew',
  run: () => services.recovery.renew(admin),
});

const timePasses: Maker = ({ services, clock, chance }) => ({
  name: 'due work',
  leaves: null,
  run() {
    clock.advance(chance.between(1, aDay));
    services.due.run();
  },
});

const sendMails: Maker = ({ services }) => ({
  name: 'mails',
  leaves: null,
  run: () => services.mail.sender.run(),
});

const lists: readonly Maker[] = [inviteMany];
const mixed: readonly Maker[] = [
  ...[createUser, createUser, updateUser, updateUser, deactivate, reactivate, reactivate, deleteUser],
  ...[resetPassword, changeEmail, setEndDate, invite, invite, invite, resend, renewCode, removeInvitation],
  ...[accept, accept, inviteMany, createSite, renameSite, archiveSite, register, register, checkIn, checkOut],
  ...[cancelVisit, updateOrganisation, updateSecurity, signIn, signOut, changePassword, prefer, renewKit],
  ...[timePasses, sendMails],
];
