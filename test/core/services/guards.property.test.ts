import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Role } from '../../../core/domain/role';
import { AppError } from '../../../core/errors/app-error';
import { hasQualifiedAdmin } from '../../../core/services/users/qualified-admins';
import { brokenEntry } from '../../support/audit-chain';
import { actorOf, createDesk, type Desk, hour, ownPassword, temporaryPassword } from './desk';
import { countOf } from './observe';

/**
 * Whatever people do in whatever order: there is always a Tenant-Admin who can sign in, everybody's sites fit the role
 * model, and the list agrees with what is stored.
 */

const who = fc.nat(5);
/** Mostly somebody who may act, else hardly anything would happen. */
const by = fc.oneof({ weight: 3, arbitrary: fc.nat(1) }, { weight: 1, arbitrary: who });
const role = fc.constantFrom<Role[]>('tenant_admin', 'site_admin', 'member');
const sites = fc.oneof({ weight: 4, arbitrary: fc.nat(2).map((n) => [n]) }, fc.subarray([0, 1, 2]));
const step = fc.oneof(
  fc.record({ act: fc.constant('create' as const), by, role, sites, temporary: fc.boolean() }),
  fc.record({ act: fc.constant('update' as const), by, on: who, role, sites, applyNow: fc.boolean() }),
  fc.record({ act: fc.constant('reset' as const), by, on: who }),
  fc.record({ act: fc.constant('deactivate' as const), by, on: who }),
  fc.record({ act: fc.constant('reactivate' as const), by, on: who, role, sites }),
  fc.record({ act: fc.constant('invite' as const), by, on: who, stranger: fc.boolean(), role, sites }),
  fc.record({ act: fc.constant('undo' as const), by }),
  fc.record({ act: fc.constant('delete' as const), by, on: who }),
  fc.record({
    act: fc.constant('endDate' as const),
    by,
    on: who,
    hours: fc.option(fc.integer({ min: 0, max: 8 })),
  }),
  fc.record({ act: fc.constant('wait' as const), hours: fc.nat(3), restart: fc.boolean() }),
  fc.record({ act: fc.constant('accept' as const) }),
  fc.record({ act: fc.constant('choose' as const), by }),
  fc.record({
    act: fc.constant('archive' as const),
    by,
    site: fc.nat(2),
    moveTo: fc.nat(2),
    move: fc.boolean(),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

interface World {
  desk: Desk;
  siteIds: string[];
  /** Everybody there ever was: id, address, and the password that lets them in now. */
  people: { id: string; email: string; password: string }[];
  codes: { code: string; email: string }[];
  /** What may be undone, the latest last. */
  done: { id: string; entryId: string }[];
}

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** Acts nobody has to be signed in for. */
const unattended: readonly Step['act'][] = ['accept', 'wait'];

async function take(world: World, { act, ...given }: Step): Promise<void> {
  const { desk, people } = world;
  const { users, invitations, sessions } = desk.services;
  const s = { by: 0, on: 0, role: 'member' as Role, sites: [] as number[], ...given };
  const by = at(people, s.by);
  const on = at(people, s.on);
  const siteIds = s.sites.map((n) => at(world.siteIds, n));
  const held = unattended.includes(act) ? null : await desk.signIn(by.email, by.password);
  const actor = held === null ? desk.admin : actorOf(held);
  switch (act) {
    case 'create': {
      const password = 'temporary' in given && given.temporary ? temporaryPassword : ownPassword;
      const email = `p${people.length}@marina.example`;
      const { id } = await users.create(actor, {
        email,
        displayName: 'Bo',
        role: s.role,
        siteIds,
        password,
        mustChangePassword: password === temporaryPassword,
        removeInvitationId: null,
      });
      people.push({ id, email, password });
      return;
    }
    case 'update': {
      const { version, displayName } = users.get(desk.admin, { id: on.id });
      const applyNow = 'applyNow' in given && given.applyNow;
      const edit = { id: on.id, version, displayName, role: s.role, siteIds, applyNow };
      const { entryId } = await users.update(actor, { ...edit, currentPassword: by.password });
      if (entryId !== null) world.done.push({ id: on.id, entryId });
      return;
    }
    case 'reset':
      await users.resetPassword(actor, { id: on.id, password: temporaryPassword });
      on.password = temporaryPassword;
      return;
    case 'deactivate':
      world.done.push({ id: on.id, ...users.deactivate(actor, { id: on.id }) });
      return;
    case 'undo': {
      const last = world.done.pop();
      if (last !== undefined) users.undo(actor, last);
      return;
    }
    case 'delete':
      users.delete(actor, { id: on.id });
      people.splice(people.indexOf(on), 1);
      return;
    case 'endDate': {
      const hours = 'hours' in given ? given.hours : null;
      const leavesAt = hours === null ? null : desk.clock.now() + hours * hour;
      const { version } = users.get(desk.admin, { id: on.id });
      users.setEndDate(actor, { id: on.id, version, leavesAt });
      return;
    }
    case 'wait':
      desk.clock.advance(('hours' in given ? (given.hours ?? 0) : 0) * hour);
      if ('restart' in given && given.restart) world.desk = desk.restart();
      world.desk.services.due.run();
      return;
    case 'reactivate':
      await users.reactivate(actor, { id: on.id, role: s.role, siteIds, password: 'back again for now' });
      on.password = 'back again for now';
      return;
    case 'invite': {
      const stranger = 'stranger' in given && given.stranger;
      const email = stranger ? `g${world.codes.length + people.length}@marina.example` : on.email;
      const ready = invitations.create(actor, { email, role: s.role, siteIds });
      world.codes.push({ code: ready.code, email });
      return;
    }
    case 'accept': {
      const offer = world.codes.shift();
      if (offer === undefined) return;
      const password = 'invited once more';
      await invitations.accept({ secret: offer.code, displayName: 'Bo', password });
      const { userId: id } = await desk.signIn(offer.email, password);
      const known = people.find((person) => person.id === id);
      if (known === undefined) people.push({ id, email: offer.email, password });
      else known.password = password;
      return;
    }
    case 'choose':
      if (held?.passwordDue) {
        await sessions.choosePassword(held, `chosen by number ${people.indexOf(by)}`);
        by.password = `chosen by number ${people.indexOf(by)}`;
      }
      return;
    case 'archive': {
      if (!('moveTo' in given)) return;
      const id = at(world.siteIds, given.site);
      const version = desk.services.sites.list(desk.admin).sites.find((site) => site.id === id)?.version ?? 1;
      const moveTo = at(world.siteIds, given.moveTo);
      desk.services.sites.archive(actor, {
        id,
        version,
        moveTo,
        invitations: given.move ? 'move' : 'remove',
      });
    }
  }
}

/** People whose role or sites the role model doesn't allow. */
function misplaced({ db }: Desk): unknown[] {
  return db
    .statement(
      `select u.id, u.status, u.role, count(us.id) as sites, sum(s.archived_at is not null) as closed
       from user u left join user_site us on us.user_id = u.id and us.deleted_hlc is null
         left join site s on s.id = us.site_id
       group by u.id
       having (u.status = 'active') <> (u.role is not null)
         or (u.status = 'inactive' and count(us.id) > 0)
         or (u.role = 'tenant_admin' and count(us.id) > 0)
         or (u.role in ('site_admin', 'member') and count(us.id) = 0)
         or (u.status = 'inactive' and u.leaves_at is not null)
         or (u.deleted_hlc is not null and u.email || u.email_key || u.display_name <> '')
         or ((select role_model from organisation) = 'two' and (count(us.id) > 1 or u.role = 'site_admin'))
         or closed > 0`,
    )
    .all();
}

it.each(['three', 'two'] as const)(
  'no sequence of acts breaks the rules of the house (%s roles)',
  async (roleModel) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }), async (steps) => {
        const desk = await createDesk({ roleModel });
        const world: World = {
          desk,
          siteIds: [desk.siteId, desk.site('North Gate'), desk.site('South Gate')],
          people: [{ id: desk.admin.userId, email: 'ada@marina.example', password: ownPassword }],
          codes: [],
          done: [],
        };
        for (const [role, temporary] of [
          ['tenant_admin', false],
          ['tenant_admin', true],
          ['member', false],
        ] as const) {
          const email = `${role}-${temporary}@marina.example`;
          const id = await desk.person({ email, role, temporary });
          world.people.push({ id, email, password: temporary ? temporaryPassword : ownPassword });
        }
        for (const next of steps) {
          try {
            await take(world, next);
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
          }
          // A failed sign-in is no part of this: nobody waits.
          desk.clock.advance(1000);
          const { db, services } = world.desk;
          services.due.run();
          expect(hasQualifiedAdmin(db, { at: desk.clock.now() })).toBe(true);
          expect(misplaced(world.desk)).toEqual([]);
        }
        const { db, services } = world.desk;
        const { users } = services.directory.statistics(desk.admin);
        expect(users.total).toBe(countOf(db, 'user where deleted_hlc is null'));
        expect(brokenEntry(db)).toBeNull();
      }),
      { numRuns: 25 },
    );
  },
  120_000,
);
