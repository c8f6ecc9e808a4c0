import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Desk } from './desk';
import { appFolder } from './electron';

interface Issued {
  /** Calendar day in UTC, `2027-12-31`. Left out: a year from now. */
  validUntil?: string;
  users?: number;
  sites?: number;
  /** Id of the organisation it is made for; left out: any. */
  organisation?: string;
  /** Left out: the development key, which an app outside a package believes. */
  key?: string;
}

let made = 0;

/** Issues a licence as its vendor does, by the command for it. Answers its file, which lies beside the desk's data. */
export function issueLicence(desk: Pick<Desk, 'dataFolder'>, issued: Issued = {}): string {
  const out = join(dirname(desk.dataFolder), `nordhaus-${++made}.licence`);
  licence('issue', [
    `--key=${issued.key ?? join(appFolder, 'test', 'support', 'licence', 'development-private.pem')}`,
    '--customer=Nordhaus GmbH',
    '--tier=Professional',
    `--users=${issued.users ?? 100}`,
    `--sites=${issued.sites ?? 10}`,
    ...(issued.validUntil === undefined ? [] : [`--valid-until=${issued.validUntil}`]),
    ...(issued.organisation === undefined ? [] : [`--organisation=${issued.organisation}`]),
    `--out=${out}`,
  ]);
  return out;
}

/** A pair of keys of somebody else's; answers the file of the private one. */
export function makeForeignKey(desk: Desk): string {
  const out = join(dirname(desk.dataFolder), 'foreign');
  licence('keys', [`--out=${out}`]);
  return join(out, 'licence-private.pem');
}

/** The text of a licence file with one more user in it than was signed for. */
export function tamperedText(file: string): string {
  const [header = '', payload = '', signature = ''] = readFileSync(file, 'utf8').trim().split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
  claims.limits.users += 1;
  return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}

function licence(act: 'issue' | 'keys', args: string[]): void {
  execFileSync(process.execPath, [join(appFolder, 'scripts', 'licence.mjs'), act, ...args], {
    // What it says on failure becomes part of the error.
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}
