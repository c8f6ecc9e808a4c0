import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestInput, RequestOutput, RouteName } from '../../../core/contract';
import { fakeClock } from '../../support/clock';
import { startDesk } from './desk';
import { lookInto } from './look-into';
import type { Tables } from './tables';

/** Who asks. `delegated`: the Site-Admin, with delegated administration on. */
export const askers = ['nobody', 'member', 'siteAdmin', 'delegated', 'tenantAdmin'] as const;
export type Asker = (typeof askers)[number];

/** Where what they ask about lies: at the site of the Site-Admin and the Member, or at another. */
export const places = ['own', 'foreign'] as const;
export type Place = (typeof places)[number];

export const password = 'seventeen blue kites';

const addresses = {
  tenantAdmin: 'ada@nordlicht.example',
  siteAdmin: 'sam@nordlicht.example',
  delegated: 'sam@nordlicht.example',
  member: 'mia@nordlicht.example',
  own: 'olga@nordlicht.example',
  foreign: 'frieda@nordlicht.example',
} as const;

/** What tells of people, places and visitors; not to be found in an answer to somebody they are hidden from. */
const traces = {
  own: ['olga', 'ina@', 'vera'],
  foreign: ['werft', 'frieda', 'fiona@', 'viktor'],
};

export function hiddenFrom(asker: Asker): readonly string[] {
  if (asker === 'tenantAdmin') return [];
  return asker === 'siteAdmin' || asker === 'delegated' ? traces.foreign : [...traces.own, ...traces.foreign];
}

interface Known {
  sites: Record<Place, string>;
  /** A Member of that site. */
  people: Record<Place | 'inactive' | 'member', string>;
  /** Their mails wait for a server that isn't there. */
  invitations: Record<Place, { id: string; code: string; link: string }>;
  /** Expected ones, and those on site; `mine` are hosted by the Member who asks. */
  expected: Record<Place | 'mine', string>;
  onSite: Record<Place | 'mine', string>;
}

type Desk = Awaited<ReturnType<typeof startDesk>>;

async function done<R extends RouteName>(
  desk: Desk,
  windowId: number,
  route: R,
  input: RequestInput<R>,
): Promise<RequestOutput<R>> {
  const answer = await desk.ask(windowId, route, input);
  if (!answer.ok) throw new Error(`${route}: ${JSON.stringify(answer.error)}`);
  return answer.value;
}

/** Nordlicht with two sites and, at each, somebody of everything. Answers its folder, closed. */
export async function buildWorld(): Promise<{ path: string; known: Known }> {
  const path = mkdtempSync(join(tmpdir(), 'atrium-world-'));
  const desk = await startDesk({ folder: path, shared: true });
  const chief = desk.openWindow();
  await done(desk, chief, 'setup.create', {
    organisationName: 'Nordlicht',
    siteName: 'Hafen',
    displayName: 'Ada Berg',
    email: addresses.tenantAdmin,
    password,
    roleModel: 'three',
  });
  const own = (await done(desk, chief, 'sites.list', {})).sites[0]?.id ?? '';
  const foreign = (await done(desk, chief, 'sites.create', { name: 'Werft' })).id;

  const person = async (email: string, displayName: string, role: 'member' | 'site_admin', siteId = own) => {
    const rest = { role, siteIds: [siteId], password, mustChangePassword: false, removeInvitationId: null };
    return (await done(desk, chief, 'users.create', { email, displayName, ...rest })).id;
  };
  await person(addresses.siteAdmin, 'Sam Quist', 'site_admin');
  const people = {
    member: await person(addresses.member, 'Mia Lund', 'member'),
    own: await person(addresses.own, 'Olga Nah', 'member'),
    foreign: await person(addresses.foreign, 'Frieda Fern', 'member', foreign),
    inactive: await person('gone@nordlicht.example', 'Gus Weg', 'member'),
  };
  await done(desk, chief, 'users.deactivate', { id: people.inactive });

  await done(desk, chief, 'mail.update', {
    version: 0,
    host: '127.0.0.1',
    port: 1,
    security: 'none',
    userName: '',
    password: null,
    fromAddress: 'empfang@nordlicht.example',
    language: 'de',
  });

  const invitation = (email: string, siteId: string) =>
    done(desk, chief, 'invitations.create', { email, role: 'member', siteIds: [siteId] });
  const visit = async (visitorName: string, siteId: string, hostId: string) => {
    const rest = { company: null, visitorEmail: null, purpose: null };
    const times = { expectedArrivalAt: null, expectedDepartureAt: null };
    const input = { siteId, visitorName, hostId, ...rest, ...times };
    return (await done(desk, chief, 'visits.register', input)).id;
  };
  const visits = async () => ({
    own: await visit('Vera Nah', own, people.own),
    foreign: await visit('Viktor Fern', foreign, people.foreign),
    mine: await visit('Max Mein', own, people.member),
  });
  const onSite = await visits();
  for (const id of Object.values(onSite)) await done(desk, chief, 'visits.checkIn', { id });
  const known = {
    sites: { own, foreign },
    people,
    invitations: {
      own: await invitation('ina@nordlicht.example', own),
      foreign: await invitation('fiona@nordlicht.example', foreign),
    },
    expected: await visits(),
    onSite,
  };
  desk.close();
  return { path, known };
}

/** The same with delegated administration on. */
export async function delegate(path: string): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), 'atrium-world-'));
  cpSync(path, copy, { recursive: true });
  const desk = await startDesk({ folder: copy, shared: true });
  const chief = desk.openWindow();
  await done(desk, chief, 'session.signIn', { email: addresses.tenantAdmin, password });
  const now = await done(desk, chief, 'organisation.get', {});
  const { version, initialPassword, temporaryPasswordHours, idleLockMinutes } = now;
  const stands = { version, initialPassword, temporaryPasswordHours, idleLockMinutes };
  await done(desk, chief, 'security.update', { ...stands, delegation: true });
  desk.close();
  return copy;
}

export interface World extends Known {
  tables: Tables;
  faults: Desk['faults'];
  ask: Desk['ask'];
  /** Who asks is signed in when they first do. */
  windowOf(who: Asker | Place): Promise<number>;
  addressOf(who: keyof typeof addresses): string;
  /** As the Tenant-Admin, where it has to work. */
  asChief<R extends RouteName>(route: R, input: RequestInput<R>): Promise<RequestOutput<R>>;
  close(): void;
}

/** A running desk on a copy of that folder. */
export async function openWorld(path: string, known: Known): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'atrium-world-'));
  cpSync(path, folder, { recursive: true });
  // A minute later: what is put to now shows.
  const clock = fakeClock();
  clock.advance(60_000);
  const desk = await startDesk({ folder, clock, shared: true });
  const tables = await lookInto(folder);
  const windows = new Map<Asker | Place, number>();

  async function windowOf(who: Asker | Place): Promise<number> {
    const open = windows.get(who);
    if (open !== undefined) return open;
    const windowId = desk.openWindow();
    windows.set(who, windowId);
    if (who !== 'nobody') await done(desk, windowId, 'session.signIn', { email: addresses[who], password });
    return windowId;
  }

  return {
    ...known,
    tables,
    windowOf,
    ask: desk.ask,
    faults: desk.faults,
    addressOf: (who: keyof typeof addresses) => addresses[who],
    asChief: async (route, input) => done(desk, await windowOf('tenantAdmin'), route, input),
    close() {
      tables.close();
      desk.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
