// The peer that most TypeScript teams would take: better-auth with its admin and organization plugins, on the same
// engine, pragmas and cipher. Plain JavaScript: its package is installed by `npm run bench` only, so the checks of the
// project can't know its types.
import { betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { admin, organization } from 'better-auth/plugins';

/**
 * @param {import('better-sqlite3').Database} client opened and keyed
 * @param {Iterable<import('./population').Person>} people
 * @param {{ newId: () => string }} outside
 */
export async function makeBetterAuth(client, people, { newId }) {
  const auth = betterAuth({
    database: client,
    secret: 'a secret that only this measurement uses',
    baseURL: 'http://localhost:3000',
    logger: { disabled: true },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Hashing is the same work for everybody and would hide the rest.
    emailAndPassword: {
      enabled: true,
      password: { hash: async (password) => `plain ${password}`, verify: async () => true },
    },
    plugins: [
      admin(),
      organization({ membershipLimit: 1e9, invitationLimit: 1e9, sendInvitationEmail: async () => {} }),
    ],
  });
  await (await getMigrations(auth.options)).runMigrations();
  const headers = await signUp('admin@measured.test');
  client.prepare("update user set role = 'admin' where email = 'admin@measured.test'").run();
  const tenant = await auth.api.createOrganization({ body: { name: 'Measured', slug: 'measured' }, headers });
  const organizationId = tenant.id;
  const ids = insertPeople();

  function insertPeople() {
    const user = client.prepare(
      'insert into user (id, name, email, emailVerified, createdAt, updatedAt, role, banned) values (?, ?, ?, 1, ?, ?, ?, ?)',
    );
    const member = client.prepare(
      'insert into member (id, organizationId, userId, role, createdAt) values (?, ?, ?, ?, ?)',
    );
    /** @type {string[]} */
    const made = [];
    client.exec('begin');
    for (const { email, name, role, active, createdAt } of people) {
      const id = newId();
      const at = new Date(createdAt).toISOString();
      user.run(id, name, email, at, at, role === 'tenant_admin' ? 'admin' : role, active ? 0 : 1);
      member.run(newId(), organizationId, id, role === 'tenant_admin' ? 'admin' : 'member', at);
      made.push(id);
    }
    client.exec('commit');
    return made;
  }

  /** @param {string} email @returns {Promise<Headers>} of a browser where they are signed in */
  async function signUp(email) {
    const body = { email, password: 'nine tin whistles', name: 'Somebody New' };
    const answer = await auth.api.signUpEmail({ body, asResponse: true });
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    return new Headers({ cookie: cookies.join('; ') });
  }

  /** @param {Record<string, unknown>} query */
  const list = (query) => auth.api.listUsers({ query: { limit: 50, offset: 0, ...query }, headers });

  return {
    listPage: () => list({ sortBy: 'email' }),
    middle: () => list({ sortBy: 'email', offset: Math.floor(ids.length / 2) }),
    /** @param {string} needle */
    search: (needle) =>
      list({
        sortBy: 'email',
        searchField: needle.includes(' ') ? 'name' : 'email',
        searchOperator: 'contains',
        searchValue: needle,
      }),
    /** @param {string} role */
    filterByRole: (role) => list({ sortBy: 'email', filterField: 'role', filterValue: role }),
    statistics: () => list({ limit: 1, filterField: 'banned', filterValue: true }),
    checkSession: () => auth.api.getSession({ headers }),
    /** @param {string} email @returns {Promise<string>} the invitation's id */
    invite: async (email) =>
      (await auth.api.createInvitation({ body: { email, role: 'member', organizationId }, headers })).id,
    /** Prepares somebody who can accept, signed up already: @param {string} email */
    async invited(email) {
      const invitationId = await this.invite(email);
      return { invitationId, headers: await signUp(email) };
    },
    /** @param {{ invitationId: string, headers: Headers }} invited */
    accept: ({ invitationId, headers: theirs }) =>
      auth.api.acceptInvitation({ body: { invitationId }, headers: theirs }),
    /** @param {number} index */
    deactivate: (index) => auth.api.banUser({ body: { userId: ids[index] ?? '' }, headers }),
  };
}
