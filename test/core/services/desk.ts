import { createIds } from '../../../core/db/ids';
import type { Database } from '../../../core/db/types';
import type { Role, RoleModel } from '../../../core/domain/role';
import type { Announce, Hasher, MailPorts } from '../../../core/ports';
import type { Actor } from '../../../core/services/actor';
import { createServices, type Services } from '../../../core/services/create-services';
import type { HeldSession } from '../../../core/services/sessions/types';
import { systemRandom } from '../../../core/system';
import type { FakeClock } from '../../support/clock';
import { createTestDb } from '../../support/db';
import { cheapHasher } from '../../support/hasher';
import { developmentKeys } from '../../support/licence/development';
import { mailPorts } from '../../support/mail/ports';
import { commonPasswords } from '../../support/options';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Fits the policy whatever the people, sites and the organisation of these tests are called. */
export const ownPassword = 'seven quiet ferns';
export const temporaryPassword = 'h7kq-3mzd-9fxt';

type Change = Parameters<Announce>[0];

export interface Desk {
  services: Services;
  db: Database;
  clock: FakeClock;
  announced: Change[];
  /** The first Tenant-Admin, signed in. */
  admin: Actor;
  siteId: string;
  /** Another open site. */
  site(name: string): string;
  /** An active person with a password of their own. Answers the id. */
  person(wanted?: Wanted): Promise<string>;
  /** Signs in; answers what main would hold. */
  signIn(email: string, password?: string): Promise<HeldSession>;
  /** A signed-in person of that role. */
  actor(wanted: Wanted): Promise<Actor>;
  /** Closes and opens the file, as a restart does; with another hasher, as an update may. */
  restart(hasher?: Hasher): Desk;
}

export interface Wanted {
  email?: string;
  displayName?: string;
  role?: Role;
  siteIds?: string[];
  temporary?: boolean;
}

export function actorOf({ userId, sessionId, grant }: HeldSession): Actor {
  return { userId, sessionId, role: grant.role, siteIds: grant.siteIds };
}

/** A desk where set-up is done: real encrypted SQLite, cheap hashing, a clock that stands still. */
export async function createDesk(
  options: { roleModel?: RoleModel; hasher?: Hasher; mail?: MailPorts } = {},
): Promise<Desk> {
  const test = createTestDb();
  const { clock } = test;
  const announced: Change[] = [];
  const ids = createIds({ clock, random: systemRandom });
  const services = (db: Database, hasher = options.hasher ?? cheapHasher()) =>
    createServices({
      db,
      clock,
      ids,
      random: systemRandom,
      hasher,
      announce: (change) => announced.push(change),
      commonPasswords,
      licenceKeys: developmentKeys,
      mail: options.mail ?? mailPorts(),
    });

  const first = services(test.db);
  const { userId } = await first.setup.create({
    organisationName: 'Marina Group',
    siteName: 'Harbour House',
    displayName: 'Ada Lindqvist',
    email: 'ada@marina.example',
    password: ownPassword,
    roleModel: options.roleModel ?? 'three',
  });
  const admin = actorOf(first.sessions.startFor(userId));
  const siteId = first.sites.list(admin).sites[0]?.id ?? '';
  announced.length = 0;

  function over(db: Database, current: Services): Desk {
    let count = 0;
    const desk: Desk = {
      services: current,
      db,
      clock,
      announced,
      admin,
      siteId,
      site: (name) => current.sites.create(admin, { name }).id,
      async person({ email, displayName, role = 'member', siteIds, temporary = false } = {}) {
        count += 1;
        const { id } = await current.users.create(admin, {
          email: email ?? `person${count}@marina.example`,
          displayName: displayName ?? `Bo ${count}`,
          role,
          siteIds: siteIds ?? (role === 'tenant_admin' ? [] : [siteId]),
          password: temporary ? temporaryPassword : ownPassword,
          mustChangePassword: temporary,
          removeInvitationId: null,
        });
        return id;
      },
      signIn: (email, password = ownPassword) => current.sessions.signIn({ email, password }),
      async actor(wanted) {
        const id = await desk.person(wanted);
        return actorOf(current.sessions.startFor(id));
      },
      restart: (hasher) => {
        const reopened = test.reopen();
        return over(reopened, services(reopened, hasher));
      },
    };
    return desk;
  }
  return over(test.db, first);
}
