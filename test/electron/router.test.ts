import { describe, expect, it } from 'vitest';
import { contract, maxPayloadBytes, type RouteName } from '../../core/contract';
import { AppError } from '../../core/errors/app-error';
import { admitStrangers } from '../../electron/ipc/admission';
import { alwaysHandlers } from '../../electron/ipc/handlers/app';
import { refusingHandlers } from '../../electron/ipc/handlers/refusing';
import type { Handlers } from '../../electron/ipc/request-context';
import { createRouter } from '../../electron/ipc/router';

const routes = Object.keys(contract) as RouteName[];

const quiet: Handlers = refusingHandlers(
  new AppError('database.unreadable', { path: '/x' }),
  alwaysHandlers(
    () => {
      throw new Error('nobody asked');
    },
    { quit: () => undefined },
  ),
);

function testRouter(handlers: Partial<Handlers> = {}, { checkAnswers = true } = {}) {
  const faults: unknown[] = [];
  const calls: string[] = [];
  const router = createRouter({
    handlers: { ...quiet, ...handlers },
    admit(route, access, windowId) {
      calls.push(route);
      return admitStrangers(route, access, windowId);
    },
    ids: { next: () => 'fault-1' },
    log: { fault: (_id, _where, error) => faults.push(error) },
    checkAnswers,
  });
  return {
    ask: (route: unknown, payload: unknown, windowId: number | null = 1) =>
      router({ windowId, route, payload }),
    faults,
    calls,
  };
}

describe('gates', () => {
  it('turns away a sender that is none of ours before looking at anything else', async () => {
    const { ask, calls } = testRouter();
    expect(await ask('app.state', {}, null)).toEqual({
      ok: false,
      error: { code: 'request.foreign_sender', data: {} },
    });
    expect(calls).toEqual([]);
  });

  it.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    '',
    'users',
    'users.nothing',
    'USERS.PAGE',
    null,
    undefined,
    7,
    {},
    ['app.state'],
  ])('knows no request %j', async (route) => {
    const { ask, faults } = testRouter();
    expect(await ask(route, {})).toEqual({ ok: false, error: { code: 'request.unknown_route', data: {} } });
    expect(faults).toEqual([]);
  });

  it('refuses what is too large, with the limit', async () => {
    const { ask } = testRouter();
    expect(await ask('session.signIn', { email: 'x'.repeat(maxPayloadBytes), password: '' })).toEqual({
      ok: false,
      error: { code: 'request.too_large', data: { limitBytes: maxPayloadBytes } },
    });
  });

  it('refuses cycles, and keys that reach for the prototype', async () => {
    const { ask } = testRouter();
    const cycle: Record<string, unknown> = {};
    cycle['query'] = cycle;
    const malformed = {
      ok: false,
      error: { code: 'request.malformed', data: { fields: [{ path: '', rule: 'invalid' }] } },
    };
    expect(await ask('users.page', cycle)).toEqual(malformed);
    expect(
      await ask('sites.create', JSON.parse('{"name":"Hafen","__proto__":{"role":"tenant_admin"}}')),
    ).toEqual(malformed);
  });

  it.each(routes)(
    '%s: an unknown key and anything that is no object are malformed, and nobody hears of it',
    async (route) => {
      const { ask, calls, faults } = testRouter();
      for (const payload of [
        { surplus: 1 },
        { constructor: 1 },
        null,
        undefined,
        'text',
        7,
        [],
        [{}],
        true,
      ]) {
        expect(await ask(route, payload)).toMatchObject({ ok: false, error: { code: 'request.malformed' } });
      }
      expect(calls).toEqual([]);
      expect(faults).toEqual([]);
    },
  );

  it('says which fields break which rule, never their values', async () => {
    const { ask } = testRouter();
    const answer = await ask('users.create', {
      email: 'ada.example.com',
      displayName: '  ',
      role: 'emperor',
      siteIds: ['not an id'],
      password: 'short',
      mustChangePassword: 'yes',
      removeInvitationId: null,
    });
    expect(answer).toEqual({
      ok: false,
      error: {
        code: 'request.malformed',
        data: {
          fields: expect.arrayContaining([
            { path: 'email', rule: 'email.at_sign' },
            { path: 'displayName', rule: 'name.empty' },
            { path: 'role', rule: 'invalid' },
            { path: 'siteIds.0', rule: 'id' },
            { path: 'password', rule: 'password.too_short' },
            { path: 'mustChangePassword', rule: 'invalid' },
          ]),
        },
      },
    });
    expect(JSON.stringify(answer)).not.toMatch(/example|emperor|not an id|yes/);
  });

  it('does not repeat made-up keys, and names fifty fields at most', async () => {
    const { ask } = testRouter();
    expect(JSON.stringify(await ask('app.quit', { '<script>': 1 }))).not.toContain('script');
    const answer = await ask('sites.archive', { id: 1 });
    expect(answer.ok).toBe(false);
    const many = await ask('users.create', { siteIds: Array.from({ length: 900 }, () => 'x') });
    expect(many).toMatchObject({ error: { data: { fields: { length: 50 } } } });
  });
});

describe('answers', () => {
  it('passes on what the handler says', async () => {
    const { ask } = testRouter({ 'users.generatePassword': () => ({ password: 'p' }) });
    expect(await ask('users.generatePassword', {})).toEqual({ ok: true, value: { password: 'p' } });
  });

  it('hands on the parsed input, not the one that came', async () => {
    const seen: unknown[] = [];
    const { ask } = testRouter({
      'sites.create': (input) => {
        seen.push(input);
        return { id: '01900000-0000-7000-8000-000000000000' };
      },
    });
    expect(await ask('sites.create', { name: '  Hafen ' })).toMatchObject({ ok: true });
    expect(seen).toEqual([{ name: 'Hafen' }]);
  });

  it('answers a refusal by its code, thrown or rejected', async () => {
    const refusal = { ok: false, error: { code: 'site.name_taken', data: { name: 'Hafen' } } };
    const refuse = () => {
      throw new AppError('site.name_taken', { name: 'Hafen' });
    };
    expect(await testRouter({ 'sites.create': refuse }).ask('sites.create', { name: 'Hafen' })).toEqual(
      refusal,
    );
    const rejected = async () => refuse();
    expect(await testRouter({ 'sites.create': rejected }).ask('sites.create', { name: 'Hafen' })).toEqual(
      refusal,
    );
  });

  it.each([new Error('secret'), 'secret', null, undefined, 7, { code: 'access.denied', message: 'secret' }])(
    'answers anything else that is thrown with a reference only: %s',
    async (thrown) => {
      const { ask, faults } = testRouter({
        'app.quit': () => {
          throw thrown;
        },
      });
      expect(await ask('app.quit', {})).toEqual({
        ok: false,
        error: { code: 'request.failed', data: { id: 'fault-1' } },
      });
      expect(faults).toEqual([thrown]);
    },
  );

  it('finds a handler that says more than the contract, outside a packaged app', async () => {
    const tooMuch = { 'users.generatePassword': () => ({ password: 'p', hash: 'h' }) };
    const { ask, faults } = testRouter(tooMuch);
    expect(await ask('users.generatePassword', {})).toMatchObject({
      ok: false,
      error: { code: 'request.failed' },
    });
    expect(String(faults[0])).toContain('users.generatePassword');
    expect(
      await testRouter(tooMuch, { checkAnswers: false }).ask('users.generatePassword', {}),
    ).toMatchObject({ ok: true });
  });
});
