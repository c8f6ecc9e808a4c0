import { describe, expect, it } from 'vitest';
import type { RouteName } from '../../core/contract';
import { AppError } from '../../core/errors/app-error';
import type { DeniedAttempt } from '../../core/services/audit-log/create-audit-log';
import { quietDenials, withDenialsNoted } from '../../electron/ipc/denials';
import type { Handlers, RequestContext } from '../../electron/ipc/request-context';
import { addPerson, admin, startReadyDesk } from './support/desk';
import { lookInto } from './support/look-into';
import type { DeniedEntry } from './support/tables';

async function ready() {
  const test = await startReadyDesk();
  const tables = await lookInto(test.path);
  return {
    ...test,
    tables,
    /** What the request left in the audit log. */
    async noted(act: () => Promise<unknown>): Promise<DeniedEntry[]> {
      const before = tables.deniedEntries().length;
      await act();
      return tables.deniedEntries().slice(before);
    },
  };
}

describe('what a use case refuses by a rule', () => {
  it('is noted once: who, which request, why, and about whom', async () => {
    const test = await ready();
    const userId = (await test.ask(test.windowId, 'app.state', {})).value.session?.userId ?? '';
    const noted = await test.noted(async () => {
      const answer = await test.ask(test.windowId, 'users.deactivate', { id: userId });
      expect(answer.error).toEqual({ code: 'user.self', data: { act: 'deactivate' } });
    });
    expect(noted).toMatchObject([
      {
        actorId: userId,
        subjectType: 'user',
        subjectId: userId,
        data: { route: 'users.deactivate', reason: 'user.self' },
      },
    ]);
    test.tables.close();
  });

  it('covers the last administrator, the role model and the licence', async () => {
    const test = await ready();
    await addPerson(test, 'bo@nordlicht.example', 'site_admin');
    const organisation = (await test.ask(test.windowId, 'organisation.get', {})).value;
    const { version, name, visitRetentionDays } = organisation;
    const self = (await test.ask(test.windowId, 'app.state', {})).value.session?.userId ?? '';
    const noted = await test.noted(async () => {
      const switched = { version, name, visitRetentionDays, roleModel: 'two' as const };
      await test.ask(test.windowId, 'organisation.update', switched);
      const { version: own, displayName } = (await test.ask(test.windowId, 'users.get', { id: self })).value;
      await test.ask(test.windowId, 'users.update', {
        id: self,
        version: own,
        displayName,
        role: 'member',
        siteIds: [test.siteId],
        applyNow: false,
        currentPassword: admin.password,
      });
      // Without a licence there are five sites.
      for (const site of ['A', 'B', 'C', 'D', 'E'])
        await test.ask(test.windowId, 'sites.create', { name: `Site ${site}` });
    });
    expect(noted.map((entry) => entry.data)).toMatchObject([
      { route: 'organisation.update', reason: 'organisation.two_roles_refused' },
      { route: 'users.update', reason: 'user.last_admin' },
      { route: 'sites.create', reason: 'licence.sites' },
    ]);
    test.tables.close();
  });

  it('is not what permissions refuse, which admission notes, nor a form filled in wrongly', async () => {
    const test = await ready();
    const member = await addPerson(test, 'bo@nordlicht.example', 'member');
    const byPermission = await test.noted(() => test.ask(member.windowId, 'sites.create', { name: 'Werft' }));
    expect(byPermission.map(({ data }) => data)).toMatchObject([{ permission: 'site.create' }]);
    expect(byPermission[0]?.data).not.toHaveProperty('route');
    const byForm = await test.noted(async () => {
      const taken = await test.ask(test.windowId, 'sites.create', { name: 'Hafen' });
      expect(taken.error.code).toBe('site.name_taken');
      const gone = '01900000-0000-7000-8000-000000000000';
      expect((await test.ask(test.windowId, 'users.get', { id: gone })).error.code).toBe('user.not_found');
    });
    expect(byForm).toEqual([]);
    test.tables.close();
  });

  it('tells of no address that somebody out of reach has', async () => {
    const test = await ready();
    const { version, initialPassword, temporaryPasswordHours, idleLockMinutes } = (
      await test.ask(test.windowId, 'organisation.get', {})
    ).value;
    const settings = { version, initialPassword, temporaryPasswordHours, idleLockMinutes };
    await test.ask(test.windowId, 'security.update', { ...settings, delegation: true });
    const siteAdmin = await addPerson(test, 'bo@nordlicht.example', 'site_admin');
    const noted = await test.noted(async () => {
      const { error } = await test.ask(siteAdmin.windowId, 'invitations.create', {
        email: admin.email,
        role: 'member',
        siteIds: [test.siteId],
      });
      expect(error).toEqual({ code: 'user.address_unavailable', data: {} });
    });
    expect(noted).toMatchObject([
      { subjectId: null, data: { route: 'invitations.create', reason: 'user.address_unavailable' } },
    ]);
    expect(JSON.stringify(noted)).not.toContain('ada');
    test.tables.close();
  });
});

describe('when the entry can’t be written', () => {
  const context: RequestContext = { windowId: 1, held: null, actor: null };
  const refuse = () => {
    throw new AppError('user.last_admin', { name: 'Ada' });
  };
  const handlers = { 'users.delete': refuse } as Partial<Handlers> as Handlers;

  it('the person hears why they were refused all the same, and the log of the failure', async () => {
    const faults: unknown[] = [];
    const full = new AppError('database.disk_full');
    const denied = quietDenials({
      auditLog: {
        denied: () => {
          throw full;
        },
      },
      ids: { next: () => 'fault-1' },
      log: { fault: (id, where, error) => faults.push([id, where, error]) },
    });
    const answer = async () => withDenialsNoted(handlers, denied)['users.delete']({ id: 'u' }, context);
    await expect(answer()).rejects.toMatchObject({ code: 'user.last_admin' });
    expect(faults).toEqual([['fault-1', 'denied', full]]);
  });

  it('a fault of ours is no denial', async () => {
    const attempts: DeniedAttempt[] = [];
    const broken: RouteName = 'users.delete';
    const fault = () => {
      throw new TypeError('broken');
    };
    const noted = withDenialsNoted({ [broken]: fault } as Partial<Handlers> as Handlers, (_actor, attempt) =>
      attempts.push(attempt),
    );
    await expect((async () => noted[broken]({ id: 'u' }, context))()).rejects.toThrow('broken');
    expect(attempts).toEqual([]);
  });
});
