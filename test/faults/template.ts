import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { developmentPublicKey, licenceFile } from '../support/licence/development';
import { migrationsFolder, testKey } from '../support/options';
import { chance } from '../support/seed';
import { openServices, type Surroundings } from './services';

export const start = Date.UTC(2026, 10, 22, 9);

/** How this database is opened, in this process and in a child. */
export function surroundingsOf(path: string, at = start): Surroundings {
  return {
    path,
    at,
    key: Buffer.from(testKey).toString('hex'),
    migrationsFolder,
    resources: join(import.meta.dirname, '../../resources'),
    licenceKey: developmentPublicKey,
  };
}

/** A folder with a desk that has been set up: a licence without limits, a mail server, three sites, a dozen people. */
export async function givenDesk(path: string): Promise<void> {
  const { db, services } = openServices(surroundingsOf(path), chance(1));
  const password = 'seven quiet ferns';
  const { userId } = await services.setup.create({
    organisationName: 'Marina Group',
    siteName: 'Harbour House',
    displayName: 'Ada Lindqvist',
    email: 'ada@marina.example',
    password,
    roleModel: 'three',
  });
  const { sessionId } = services.sessions.startFor(userId);
  const admin = { userId, sessionId, role: 'tenant_admin' as const, siteIds: [] };
  await services.licence.import(admin, { file: await licenceFile() });
  services.mail.update(admin, {
    version: 0,
    host: 'mail.marina.example',
    port: 587,
    security: 'starttls',
    userName: '',
    password: null,
    fromAddress: 'desk@marina.example',
    language: 'de',
  });
  for (const name of ['North Pier', 'Boat Shed']) services.sites.create(admin, { name });
  const siteIds = services.sites.list(admin).sites.map((site) => site.id);
  for (let i = 0; i < 12; i += 1) {
    const siteId = siteIds[i % siteIds.length] ?? '';
    await services.users.create(admin, {
      email: `person${i}@marina.example`,
      displayName: `Bo ${i}`,
      role: 'member',
      siteIds: [siteId],
      password,
      mustChangePassword: false,
      removeInvitationId: null,
    });
    services.invitations.create(admin, {
      email: `guest${i}@guests.example`,
      role: 'member',
      siteIds: [siteId],
    });
  }
  db.close();
}

/** Copies of one folder made once: each campaign starts on the same. Free of vitest. */
export function copies() {
  const folder = mkdtempSync(join(tmpdir(), 'atrium-faults-'));
  let made = 0;
  return {
    /** A folder of its own, empty. */
    empty(): string {
      made += 1;
      return mkdtempSync(join(folder, `${made}-`));
    },
    drop: (one: string) => rmSync(one, { recursive: true, force: true }),
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The database with what lies beside it, into another folder. Answers its path there. */
export function copyDesk(path: string, folder: string): string {
  const to = join(folder, basename(path));
  for (const ending of ['', '-wal', '-shm']) {
    if (existsSync(`${path}${ending}`)) copyFileSync(`${path}${ending}`, `${to}${ending}`);
  }
  const beside = (of: string) => of.replace(/[.]db$/, '.key-check');
  if (existsSync(beside(path))) copyFileSync(beside(path), beside(to));
  return to;
}
