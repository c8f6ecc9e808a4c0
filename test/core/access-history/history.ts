import fc from 'fast-check';
import type { Role } from '../../../core/domain/role';
import { AppError } from '../../../core/errors/app-error';
import { actorOf, createDesk, type Desk, hour, ownPassword } from '../services/desk';
import { createRecorder } from './recorder';

/** Random histories of an organisation, lived through the real services on a real database with a moving clock. */

const who = fc.nat(7);
/** Mostly one of the first Tenant-Admins, else hardly anything would happen. */
const by = fc.oneof({ weight: 5, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: who });
const role = fc.constantFrom<Role[]>('tenant_admin', 'site_admin', 'member', 'member');
const sites = fc.subarray([0, 1, 2, 3], { minLength: 1 });
const name = fc.constantFrom('Åsa Blom', 'Bo Ek', 'Cid', 'Dag Østby', 'Eve Adams');

const step = fc.record({
  act: fc.constantFrom(
    'create',
    'create',
    'update',
    'update',
    'update',
    'deactivate',
    'reactivate',
    'invite',
    'invite',
    'accept',
    'accept',
    'delete',
    'endDate',
    'wait',
    'addSite',
    'renameSite',
    'archiveSite',
    'roleModel',
    'delegation',
    'email',
    'undo',
    'undo',
  ),
  by,
  on: who,
  role,
  sites,
  name,
  site: fc.nat(5),
  hours: fc.nat(60),
  /** How long after the one before, ms. */
  after: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 24 * hour })),
});
export type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** At `moment`, a part of all time there was, or exactly at one of the acts, moved by some milliseconds. */
export const history = fc.record({
  steps: fc.array(step, { minLength: 15, maxLength: 50, size: 'max' }),
  moments: fc.array(
    fc.oneof(
      fc.record({ part: fc.integer({ min: -50, max: 1050 }).map((n) => n / 1000) }),
      fc.record({ act: fc.nat(80), shift: fc.integer({ min: -1, max: 1 }) }),
    ),
    { minLength: 12, maxLength: 12 },
  ),
  windows: fc.array(
    fc.record({
      part: fc.integer({ min: 0, max: 990 }).map((n) => n / 1000),
      hours: fc.integer({ min: 1, max: 26 }),
    }),
    {
      minLength: 3,
      maxLength: 3,
    },
  ),
});

export interface Lived {
  desk: Desk;
  recorder: ReturnType<typeof createRecorder>;
  /** Every site there ever was. */
  siteIds: string[];
  begun: number;
  /** Those of the steps that weren't refused. */
  acts: number;
}

/** Who is there before anything happens by chance. */
const first: [Role, number[]][] = [
  ['tenant_admin', []],
  ['tenant_admin', []],
  ['site_admin', [0]],
  ['member', [0, 1]],
  ['member', [1]],
];

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

export async function live(steps: readonly Step[]): Promise<Lived> {
  const desk = await createDesk();
  const begun = desk.clock.now();
  const { users, invitations, organisation, due, sites: places, sessions } = desk.services;
  const recorder = createRecorder();
  const people = [{ id: desk.admin.userId, email: 'ada@marina.example' }];
  const siteIds = [desk.siteId];
  const offers: { code: string; inviter: string }[] = [];
  /** What can be undone, the latest last. */
  const done: { id: string; entryId: string }[] = [];
  const note = (actor: string | null) => recorder.note(desk.db, desk.clock.now(), actor);
  note(desk.admin.userId);
  desk.clock.advance(1);
  siteIds.push(desk.site('North Gate'));
  for (const [index, [given, held]] of first.entries()) {
    const email = `first${index}@marina.example`;
    const id = await desk.person({ email, role: given, siteIds: held.map((n) => at(siteIds, n)) });
    people.push({ id, email });
  }
  note(desk.admin.userId);

  /** Answers whom what happened is owed to. */
  async function take(wanted: Step): Promise<string | null> {
    const actor = actorOf(sessions.startFor(at(people, wanted.by).id));
    const on = at(people, wanted.on);
    const given = {
      role: wanted.role,
      siteIds: wanted.role === 'tenant_admin' ? [] : wanted.sites.map((n) => at(siteIds, n)),
    };
    const site = at(siteIds, wanted.site);
    switch (wanted.act) {
      case 'create': {
        const email = `p${people.length}@marina.example`;
        const account = { email, displayName: wanted.name, password: ownPassword, mustChangePassword: false };
        const { id } = await users.create(actor, { ...account, ...given, removeInvitationId: null });
        people.push({ id, email });
        break;
      }
      case 'update': {
        const { version } = users.get(desk.admin, { id: on.id });
        const edit = {
          id: on.id,
          version,
          displayName: wanted.name,
          applyNow: false,
          currentPassword: ownPassword,
        };
        const { entryId } = await users.update(actor, { ...edit, ...given });
        if (entryId !== null) done.push({ id: on.id, entryId });
        break;
      }
      case 'deactivate':
        done.push({ id: on.id, ...users.deactivate(actor, { id: on.id }) });
        break;
      case 'reactivate':
        await users.reactivate(actor, { id: on.id, ...given, password: 'back again for now' });
        break;
      case 'delete':
        users.delete(actor, { id: on.id });
        people.splice(people.indexOf(on), 1);
        break;
      case 'invite': {
        const known = wanted.site % 2 === 0;
        const email = known ? on.email : `g${offers.length}x${people.length}@marina.example`;
        offers.push({ ...invitations.create(actor, { email, ...given }), inviter: actor.userId });
        break;
      }
      case 'accept': {
        const offer = offers.pop();
        if (offer === undefined) return null;
        const password = 'invited once more';
        const { email } = await invitations.accept({
          secret: offer.code,
          displayName: wanted.name,
          password,
        });
        const row = desk.db.statement<{ id: string }>('select id from user where email = ?').get(email);
        const id = row?.id ?? '';
        if (!people.some((person) => person.id === id)) people.push({ id, email });
        return offer.inviter;
      }
      case 'endDate': {
        const leavesAt = wanted.hours < 10 ? null : desk.clock.now() + wanted.hours * hour;
        const { version } = users.get(desk.admin, { id: on.id });
        users.setEndDate(actor, { id: on.id, version, leavesAt });
        break;
      }
      case 'email': {
        const { version } = users.get(desk.admin, { id: on.id });
        const email = `new${people.length}${wanted.hours}@marina.example`;
        users.changeEmail(actor, { id: on.id, version, email });
        on.email = email;
        break;
      }
      case 'addSite':
        siteIds.push(places.create(actor, { name: `Gate ${siteIds.length}` }).id);
        break;
      case 'renameSite':
        places.rename(actor, { id: site, version: versionOf(site), name: `${wanted.name} ${wanted.hours}` });
        break;
      case 'archiveSite':
        places.archive(actor, {
          id: site,
          version: versionOf(site),
          moveTo: at(siteIds, wanted.hours),
          invitations: 'move',
        });
        break;
      case 'roleModel': {
        const now = organisation.get(desk.admin);
        const { version, visitRetentionDays } = now;
        const roleModel = now.roleModel === 'three' ? 'two' : 'three';
        organisation.update(actor, { version, visitRetentionDays, name: now.name, roleModel });
        break;
      }
      case 'delegation': {
        const { version, delegation, initialPassword, temporaryPasswordHours, idleLockMinutes } =
          organisation.get(desk.admin);
        const rest = { version, initialPassword, temporaryPasswordHours, idleLockMinutes };
        organisation.updateSecurity(actor, { ...rest, delegation: !delegation });
        break;
      }
      case 'undo': {
        const last = done.pop();
        if (last !== undefined) users.undo(actor, last);
        break;
      }
      case 'wait':
        break;
    }
    return actor.userId;
  }

  function versionOf(siteId: string): number {
    const row = desk.db.statement<{ version: number }>('select version from site where id = ?').get(siteId);
    return row?.version ?? 0;
  }

  let acts = 0;
  for (const next of steps) {
    desk.clock.advance(next.after);
    // What an end date has made due comes before what somebody does, and is nobody's act.
    due.run();
    note(null);
    desk.clock.advance(1);
    try {
      note(await take(next));
      acts += 1;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  desk.clock.advance(hour);
  return { desk, recorder, siteIds, begun, acts };
}
