import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLicence, tokenIn } from '../../../core/services/licence/read-licence';
import { readIssue } from '../../../scripts/licence/issue';
import { makeKeys, readPrivateKey } from '../../../scripts/licence/keys';
import { show } from '../../../scripts/licence/show';
import { signLicence } from '../../../scripts/licence/sign';
import { tempFolder } from '../../support/db';

const now = Date.UTC(2026, 10, 22, 9);
const least = ['--key=private.pem', '--customer=Marina Group'];

/** A pair of keys and a licence made with it, as the command does. */
async function issued(...args: string[]) {
  const folder = tempFolder();
  const { privateFile, publicFile } = makeKeys(folder);
  const { claims } = readIssue([`--key=${privateFile}`, '--customer=Marina Group', ...args], now);
  const file = join(folder, 'marina.licence');
  writeFileSync(file, `${await signLicence(claims, readPrivateKey(privateFile))}\n`);
  return { folder, privateFile, publicFile, claims, file };
}

describe('npm run licence', () => {
  it('issues what an app with that key takes', async () => {
    const { publicFile, claims, file } = await issued(
      '--users=40',
      '--sites=unlimited',
      '--seat-states=active',
    );
    const keys = { publicKeys: [readFileSync(publicFile, 'utf8')] };
    await expect(readLicence(tokenIn(readFileSync(file, 'utf8')), keys)).resolves.toEqual(claims);
    expect(claims).toMatchObject({
      customer: 'Marina Group',
      organisationId: null,
      tier: 'Standard',
      limits: { users: 40, sites: null, checkInsPerMonth: 10_000 },
      seats: { roles: ['tenant_admin', 'site_admin', 'member'], states: ['active'] },
      issuedAt: now,
      validUntil: Date.UTC(2027, 10, 22, 23, 59, 59, 999),
    });
  });

  it('shows what a file says and whose signature it bears', async () => {
    const { publicFile, file } = await issued('--valid-until=2027-06-30');
    await expect(show([file])).resolves.toMatch(/Customer: +Marina Group\n.*not checked/s);
    await expect(show([file, `--key=${publicFile}`])).resolves.toContain(`made with ${publicFile}`);
    const other = makeKeys(tempFolder()).publicFile;
    await expect(show([file, `--key=${other}`])).rejects.toThrow('was not signed with');
    await expect(show([publicFile])).rejects.toThrow('is no licence file');
    await expect(show([])).rejects.toThrow('takes one licence file');
  });

  it('keeps the private key to its owner and never writes over one', async () => {
    const { folder, privateFile } = await issued();
    expect(statSync(privateFile).mode & 0o777).toBe(0o600);
    const before = readFileSync(privateFile, 'utf8');
    expect(() => makeKeys(folder)).toThrow('is there already');
    expect(readFileSync(privateFile, 'utf8')).toBe(before);
  });

  it('signs with a private Ed25519 key only', async () => {
    const { publicFile } = await issued();
    expect(() => readPrivateKey(publicFile)).toThrow('holds no private key');
    expect(() => readPrivateKey(join(tempFolder(), 'nowhere.pem'))).toThrow("can't be read");
  });

  it.each([
    [['--key=a.pem'], '--customer is missing'],
    [['--customer=Marina'], '--key=<private.pem> is missing'],
    [[...least, '--users=0'], '--users takes a whole number'],
    [[...least, '--sites=many'], '--sites takes a whole number'],
    [[...least, '--check-ins=1e3'], '--check-ins takes a whole number'],
    [[...least, '--organisation=marina'], '--organisation takes the id'],
    [[...least, '--valid-until=31.12.2027'], '--valid-until takes a date'],
    [[...least, '--valid-until=2027-02-30'], '--valid-until takes a date'],
    [[...least, '--valid-until=2026-11-21'], 'has passed'],
    [[...least, '--seat-roles=admin'], 'not "admin"'],
    [[...least, '--seat-states='], '--seat-states takes some of'],
    [[...least, '--colour=green'], '--colour'],
    [[...least, 'marina'], 'marina'],
  ])('says what is wrong with %j', (args, words) => {
    expect(() => readIssue(args, now)).toThrow(words);
  });
});
