import { join } from 'node:path';
import { createIds } from '../../core/db/ids';
import { openDatabase } from '../../core/db/open';
import { createArgon2Hasher } from '../../core/services/hashing/argon2-hasher';
import { systemRandom } from '../../core/system';
import { readCommonPasswords } from '../../electron/platform/common-passwords';
import { inBulk } from './bulk';
import { cast, founder, organisationName } from './cast';
import { createChance } from './chance';
import { createDemoClock } from './clock';
import { fill } from './fill';
import { makeDemoFolder } from './folder';
import { hashOnce } from './hasher';
import { makeHistory } from './history';
import { demoKey } from './key';
import { developmentKeys } from './licence';
import { DemoRefusal, readOptions } from './options';
import { createProgress } from './progress';
import { pooled } from './random';

/** Makes a demo organisation in a new data folder; stdout tells how to sign in. */
async function main(): Promise<void> {
  const { users, folder: given, seed, language } = readOptions(process.argv.slice(2));
  const folder = makeDemoFolder(given);
  const key = await demoKey(folder);
  const clock = createDemoClock();
  const random = pooled(systemRandom);
  const ids = createIds({ clock, random });
  const history = makeHistory(createChance(seed), { users, now: Date.now(), language });
  const migrationsFolder = join(process.cwd(), 'resources', 'migrations');
  const db = openDatabase({ path: folder.database, key, clock, ids, random, migrationsFolder });
  try {
    const outside = { clock, ids, random };
    const commonPasswords = readCommonPasswords(join(process.cwd(), 'resources'));
    const rules = { commonPasswords, licenceKeys: developmentKeys() };
    const hasher = hashOnce(createArgon2Hasher());
    const progress = createProgress(`${organisationName} with ${users} people`);
    await fill(history, { ...outside, ...rules, db: inBulk(db, outside), hasher, language, progress });
  } finally {
    db.close();
  }
  process.stdout.write(`${signIns()}Data folder: ${folder.path}\n`);
}

function signIns(): string {
  const people = [founder, ...cast].filter((member) => member.password !== undefined);
  const lines = people.map(({ email, password, role }) => `${role.padEnd(12)} ${email} / ${password}`);
  return `Sign in: ${founder.email} / ${founder.password}\nAll sign-ins:\n  ${lines.join('\n  ')}\n`;
}

main().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof DemoRefusal ? error.message : String((error as Error).stack ?? error)}\n`,
  );
  process.exitCode = 1;
});
