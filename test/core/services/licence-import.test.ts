import { createHmac, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createIds } from '../../../core/db/ids';
import { createServices } from '../../../core/services/create-services';
import { systemRandom } from '../../../core/system';
import { cheapHasher } from '../../support/hasher';
import {
  developmentKeys,
  developmentPublicKey,
  type GivenLicence,
  givenClaims,
  givenLicence,
  licenceFile,
} from '../../support/licence/development';
import { mailPorts } from '../../support/mail/ports';
import { createDesk, type Desk, day } from './desk';
import { auditOf, countOf, refused } from './observe';

const take = (desk: Desk, file: string) => desk.services.licence.import(desk.admin, { file });
const base64 = (text: string) => Buffer.from(text).toString('base64url');

async function parts(given?: GivenLicence): Promise<[string, string, string]> {
  return (await licenceFile(given)).split('.') as [string, string, string];
}

/** Another character in the middle of a part: at its end some would decode to the same bytes. */
function flipped(part: string): string {
  const at = Math.floor(part.length / 2);
  return `${part.slice(0, at)}${part[at] === 'A' ? 'B' : 'A'}${part.slice(at + 1)}`;
}

/** The same desk and file with other keys, as another build would have them; loaded. */
async function rebuilt(desk: Desk, publicKeys: readonly string[]) {
  const { db, clock } = desk;
  const ids = createIds({ clock, random: systemRandom });
  const services = createServices({
    ...{ db, clock, ids, random: systemRandom, hasher: cheapHasher() },
    announce: () => undefined,
    commonPasswords: { has: () => false },
    mail: mailPorts(),
    licenceKeys: { publicKeys },
  });
  await services.licence.load();
  return { ...desk, services };
}

describe('importing a licence', () => {
  it('applies at once, is audited and told to the windows', async () => {
    const desk = await createDesk();
    expect(desk.services.licence.get(desk.admin)).toMatchObject({ tier: 'Community', licence: null });
    desk.announced.length = 0;

    const file = await licenceFile({ tier: 'Pro', limits: { users: 40, sites: 9 } });
    const { validUntil } = givenClaims();
    await expect(take(desk, file)).resolves.toEqual({ tier: 'Pro', validUntil });

    expect(desk.services.licence.get(desk.admin)).toMatchObject({
      state: 'active',
      tier: 'Pro',
      licence: {
        id: 'L-1',
        customer: 'Marina Group',
        validUntil,
        graceUntil: validUntil + 30 * day,
        importedAt: desk.clock.now(),
      },
      unreadable: false,
      users: { used: 1, limit: 40 },
      sites: { used: 1, limit: 9 },
      checkIns: { used: 0, limit: null },
    });
    expect(desk.announced).toEqual([{ kind: 'licence' }, { kind: 'directory' }]);
    expect(auditOf(desk.db, 'licence.import')).toMatchObject([
      {
        actorId: desk.admin.userId,
        data: {
          licence: 'L-1',
          customer: 'Marina Group',
          tier: { before: 'Community', after: 'Pro' },
          validUntil: { before: null, after: validUntil },
          users: { before: 25, after: 40 },
          checkInsPerMonth: { before: 1000, after: null },
        },
      },
    ]);
  });

  it('forgives line breaks, blanks and a byte order mark', async () => {
    const desk = await createDesk();
    const file = await licenceFile({ tier: 'Pro' });
    const wrapped = `\uFEFF  ${file.replace(/.{60}/g, '$&\r\n')}\n\n`;
    await expect(take(desk, wrapped)).resolves.toMatchObject({ tier: 'Pro' });
  });

  it('takes a licence for this organisation', async () => {
    const desk = await createDesk();
    const { organisationId } = desk.services.licence.get(desk.admin);
    await expect(take(desk, await licenceFile({ organisationId }))).resolves.toMatchObject({
      tier: 'Enterprise',
    });
  });

  it('keeps no second row of the same file', async () => {
    const desk = await createDesk();
    await givenLicence(desk, { tier: 'Pro' });
    await givenLicence(desk, { tier: 'Pro' });
    expect(countOf(desk.db, 'licence')).toBe(1);
    expect(auditOf(desk.db, 'licence.import')).toHaveLength(1);
  });

  it('is refused to everybody but Tenant-Admins, in the transaction too', async () => {
    const desk = await createDesk();
    const member = await desk.actor({ role: 'member' });
    const file = await licenceFile();
    await refused(() => desk.services.licence.import(member, { file }), 'access.denied');
    desk.services.sessions.end(desk.admin.sessionId, 'signedOut');
    await refused(() => take(desk, file), 'access.session_required');
    expect(countOf(desk.db, 'licence')).toBe(0);
  });
});

describe('a licence file is refused', () => {
  const other = generateKeyPairSync('ed25519');
  const otherPrivate = other.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

  it.each([
    ['empty', async () => ''],
    ['blank', async () => ' \n\t '],
    ['a megabyte of something', async () => systemRandom.bytes(1_000_000).toString()],
    [
      'a megabyte that looks like one',
      async () => `${base64('{"alg":"EdDSA"}')}.${'A'.repeat(1_000_000)}.AA`,
    ],
    ['a picture', async () => '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR'],
    ['three words', async () => 'abc.def.ghi'],
    ['cut off after the payload', async () => (await parts()).slice(0, 2).join('.')],
    ['signed, but no licence', async () => licenceFile({ format: 2 as never })],
  ])('as garbage: %s', async (_what, make) => {
    const desk = await createDesk();
    const file = await make();
    await refused(() => take(desk, file), 'licence.garbage');
    expect(countOf(desk.db, 'licence')).toBe(0);
    expect(desk.services.licence.get(desk.admin).tier).toBe('Community');
  });

  it.each([
    ['a flipped byte in what it says', (h: string, p: string, s: string) => `${h}.${flipped(p)}.${s}`],
    ['a flipped byte in the signature', (h: string, p: string, s: string) => `${h}.${p}.${flipped(s)}`],
    [
      'more users than were signed',
      (h: string, _p: string, s: string) =>
        `${h}.${base64(JSON.stringify(givenClaims({ limits: { users: 9999 } })))}.${s}`,
    ],
    ['no signature', (h: string, p: string) => `${h}.${p}.`],
    ['the algorithm none', (_h: string, p: string) => `${base64('{"alg":"none"}')}.${p}.`],
    [
      'the algorithm none over a signature',
      (_h: string, p: string, s: string) => `${base64('{"alg":"none"}')}.${p}.${s}`,
    ],
    [
      'HS256 with the public key as the secret',
      (_h: string, p: string) => {
        const signed = `${base64('{"alg":"HS256","typ":"JWT"}')}.${p}`;
        return `${signed}.${createHmac('sha256', developmentPublicKey).update(signed).digest('base64url')}`;
      },
    ],
    [
      'a key it brought along',
      (_h: string, p: string, s: string) =>
        `${base64(JSON.stringify({ alg: 'EdDSA', jwk: other.publicKey.export({ format: 'jwk' }) }))}.${p}.${s}`,
    ],
  ])('as tampered with: %s', async (_what, alter) => {
    const desk = await createDesk();
    const [header, payload, signature] = await parts();
    await refused(() => take(desk, alter(header, payload, signature)), 'licence.tampered');
    expect(countOf(desk.db, 'licence')).toBe(0);
  });

  it('as tampered with: signed with another key', async () => {
    const desk = await createDesk();
    const file = await licenceFile({}, otherPrivate);
    await refused(() => take(desk, file), 'licence.tampered');
  });

  it('as another organisation’s, naming the customer', async () => {
    const desk = await createDesk();
    const organisationId = '0190f5a0-0000-7000-8000-000000000000';
    const file = await licenceFile({ organisationId, customer: 'Nordhaus' });
    await refused(() => take(desk, file), 'licence.foreign', { customer: 'Nordhaus' });
  });

  it('as expired, from the very millisecond on', async () => {
    const desk = await createDesk();
    const validUntil = desk.clock.now();
    const expired = await licenceFile({ validUntil });
    await refused(() => take(desk, expired), 'licence.expired', { validUntil });
    await expect(take(desk, await licenceFile({ validUntil: validUntil + 1 }))).resolves.toBeDefined();
  });

  it('by a build that knows no key, whatever it is', async () => {
    const desk = await rebuilt(await createDesk(), []);
    for (const file of [await licenceFile(), '']) await refused(() => take(desk, file), 'licence.no_key');
  });
});

describe('the kept licence', () => {
  it('is there after a restart, the latest of several', async () => {
    const desk = await createDesk();
    await givenLicence(desk, { tier: 'Starter' });
    await givenLicence(desk, { tier: 'Pro', limits: { users: 40 } });
    const restarted = desk.restart();
    await restarted.services.licence.load();
    expect(restarted.services.licence.get(desk.admin)).toMatchObject({
      tier: 'Pro',
      users: { limit: 40 },
      licence: { importedAt: desk.clock.now() },
    });
  });

  it('is Community, and says so, when no key of this build signed it', async () => {
    const desk = await createDesk();
    await givenLicence(desk, { tier: 'Pro' });
    const { publicKey } = generateKeyPairSync('ed25519');
    for (const keys of [
      [],
      [publicKey.export({ type: 'spki', format: 'pem' }).toString()],
      ['no key at all'],
    ]) {
      const { services } = await rebuilt(desk, keys);
      expect(services.licence.get(desk.admin)).toMatchObject({
        tier: 'Community',
        licence: null,
        unreadable: true,
        state: 'active',
      });
    }
    const { services } = await rebuilt(desk, ['no key at all', ...developmentKeys.publicKeys]);
    expect(services.licence.get(desk.admin)).toMatchObject({ tier: 'Pro', unreadable: false });
  });

  it('is not believed when its row was altered, until a good one is imported', async () => {
    const desk = await createDesk();
    await givenLicence(desk, { tier: 'Pro' });
    const [header, , signature] = await parts({ tier: 'Pro' });
    const forged = `${header}.${base64(JSON.stringify(givenClaims({ tier: 'Gold' })))}.${signature}`;
    desk.db.client.prepare('update licence set token = ?').run(forged);
    await desk.services.licence.load();
    expect(desk.services.licence.get(desk.admin)).toMatchObject({ tier: 'Community', unreadable: true });
    await givenLicence(desk, { tier: 'Pro' });
    expect(desk.services.licence.get(desk.admin)).toMatchObject({ tier: 'Pro', unreadable: false });
  });
});
