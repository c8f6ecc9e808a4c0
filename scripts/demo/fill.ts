import type { CommonPasswords, Hasher, Ids, LicenceKeys, Random } from '../../core/ports';
import { noteActivity } from './activity';
import { createAdministrators } from './administrators';
import type { BulkDatabase } from './bulk';
import { founder, organisationName, siteNames } from './cast';
import type { DemoClock } from './clock';
import type { History } from './history';
import { licenseDemo } from './licence';
import { createLiving } from './live';
import { createLookUp } from './look-up';
import { createDemoServices } from './services';

interface Parts {
  db: BulkDatabase;
  ids: Ids;
  random: Random;
  hasher: Hasher;
  commonPasswords: CommonPasswords;
  licenceKeys: LicenceKeys;
  clock: DemoClock;
  language: 'en' | 'de';
  progress: (done: number, of: number) => void;
}

/** Lets the organisation live through its history, act by act, each at its own time. */
export async function fill(history: History, { progress, language, ...parts }: Parts): Promise<void> {
  const { db, clock, random } = parts;
  const services = createDemoServices(parts);
  const administrators = createAdministrators(services);
  const idOf = createLookUp(db);

  clock.moveTo(history.from);
  const { displayName, email, password } = founder;
  const names = { organisationName, siteName: siteNames[0], displayName };
  const { userId } = await services.setup.create({ ...names, email, password, roleModel: 'three' });
  administrators.join(userId);
  await licenseDemo(services.licence, administrators.next(history.from), history);
  if (language === 'de') services.sessions.setPreferences(userId, { language });

  const live = createLiving({
    services,
    idOf,
    joined: (id, { role }) => role === 'tenant_admin' && administrators.join(id),
    nobodysPassword: Buffer.from(random.bytes(24)).join(''),
  });
  for (const [index, act] of history.acts.entries()) {
    clock.moveTo(act.at);
    await live(administrators.next(act.at), act);
    progress(index + 1, history.acts.length);
  }
  administrators.goHome();
  clock.moveTo(history.now);
  noteActivity(db, history.activity, idOf.user);
  db.flush();
}
