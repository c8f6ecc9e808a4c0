import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createIds } from '../../../core/db/ids';
import { openDatabase } from '../../../core/db/open';
import { userActivity } from '../../../core/db/schema';
import type { Database } from '../../../core/db/types';
import { usualSeats } from '../../../core/domain/licence';
import type { Hasher } from '../../../core/ports';
import type { Actor } from '../../../core/services/actor';
import { createServices, type Services } from '../../../core/services/create-services';
import { rebuild } from '../../../core/services/directory/rebuild';
import { createArgon2Hasher } from '../../../core/services/hashing/argon2-hasher';
import { systemClock, systemRandom } from '../../../core/system';
import { signLicence } from '../../../scripts/licence/sign';
import { cheapHasher } from '../../support/hasher';
import { mailPorts } from '../../support/mail/ports';
import { type Person, siteCount } from './population';

export interface OurDesk {
  db: Database;
  services: Services;
  /** The same over the same file, for work whose hashing would hide the rest. */
  quick: Services;
  admin: Actor;
  siteIds: string[];
  /** Ids of the people, in the order of the population. */
  ids: string[];
}

/** Who signs in where a window is measured. */
export const administrator = { email: 'admin@measured.test', password: 'nine tin whistles' };

/** A desk of ours with these people, through our journal, with audit entries and the directory built at the end. */
export async function makeOurs(
  people: Iterable<Person>,
  { path, key }: { path: string; key: Uint8Array },
): Promise<OurDesk> {
  const ids = createIds({ clock: systemClock, random: systemRandom });
  const outside = { clock: systemClock, ids, random: systemRandom };
  const migrationsFolder = join(process.cwd(), 'resources', 'migrations');
  const db = openDatabase({ path, key, migrationsFolder, ...outside });
  const licenceFolder = join(process.cwd(), 'test', 'support', 'licence');
  const licenceKeys = {
    publicKeys: [readFileSync(join(licenceFolder, 'development-public.pem'), 'utf8')],
  };
  const withHasher = async (hasher: Hasher) => {
    const made = createServices({
      ...outside,
      ...rules,
      licenceKeys,
      mail: mailPorts(),
      db,
      hasher,
      announce: () => undefined,
    });
    await made.licence.load();
    return made;
  };
  const services = await withHasher(createArgon2Hasher());
  const { userId } = await services.setup.create({
    organisationName: 'Measured',
    siteName: 'Site 0',
    displayName: 'The Administrator',
    ...administrator,
    roleModel: 'three',
  });
  const held = services.sessions.startFor(userId);
  const admin: Actor = { userId, sessionId: held.sessionId, role: 'tenant_admin', siteIds: [] };
  await services.licence.import(admin, { file: await unlimited(licenceFolder) });
  for (let index = 1; index < siteCount; index += 1) services.sites.create(admin, { name: `Site ${index}` });
  const byName = new Map(services.sites.list(admin).sites.map((site) => [site.name, site.id]));
  const siteIds = Array.from({ length: siteCount }, (_, index) => byName.get(`Site ${index}`) ?? '');
  const quick = await withHasher(cheapHasher());
  return { db, services, quick, admin, siteIds, ids: insertPeople(db, people, siteIds) };
}

/** What isn't measured here. */
const rules = { commonPasswords: { has: () => false } };
const batch = 5000;

function insertPeople(db: Database, people: Iterable<Person>, siteIds: readonly string[]): string[] {
  const made: string[] = [];
  const source = people[Symbol.iterator]();
  for (let done = false; !done; ) {
    db.write(null, (tx) => {
      for (let count = 0; count < batch; count += 1) {
        const next = source.next();
        if (next.done) {
          done = true;
          return;
        }
        const person = next.value;
        const id = tx.newId();
        const { email, name: displayName, active, createdAt } = person;
        tx.insert('user', {
          id,
          email,
          emailKey: email,
          displayName,
          status: active ? 'active' : 'inactive',
          role: active ? person.role : null,
          createdAt,
          deactivatedAt: active ? null : createdAt,
        });
        for (const site of person.sites) {
          tx.insert('user_site', { id: tx.newId(), userId: id, siteId: siteIds[site] ?? '' });
        }
        if (person.lastActivityAt !== null) {
          const { lastActivityAt } = person;
          tx.local.insert(userActivity).values({ userId: id, lastActivityAt, lastSignInAt: null }).run();
        }
        tx.audit({ action: 'user.create', subject: { type: 'user', id } });
        made.push(id);
      }
    });
  }
  db.write(null, rebuild);
  return made;
}

/** A licence without limits, signed with the development key: what is counted is counted all the same. */
function unlimited(folder: string): Promise<string> {
  const claims = {
    format: 1,
    id: 'measured',
    customer: 'Measured',
    organisationId: null,
    tier: 'Measured',
    limits: { users: 2_000_000, sites: 1000, checkInsPerMonth: null },
    seats: usualSeats,
    issuedAt: Date.now(),
    validUntil: Date.now() + 365 * 86_400_000,
  } as const;
  return signLicence(claims, readFileSync(join(folder, 'development-private.pem'), 'utf8'));
}
