import { parseArgs } from 'node:util';
import { describe } from './describe';
import { writeNew } from './files';
import { readIssue } from './issue';
import { makeKeys, readPrivateKey } from './keys';
import { LicenceRefusal } from './refusal';
import { show } from './show';
import { signLicence } from './sign';

const usage = `npm run licence -- keys --out=<folder>
npm run licence -- issue --key=<private.pem> --customer=<name> [--organisation=<id>] [--tier=<name>]
    [--users=<n>|unlimited] [--sites=<n>|unlimited] [--check-ins=<n>|unlimited] [--valid-until=YYYY-MM-DD]
    [--seat-roles=tenant_admin,site_admin,member] [--seat-states=active,inactive,invited] [--out=<file>]
npm run licence -- show <file> [--key=<public.pem>]`;

/** What was asked for goes to stdout, words about it to stderr. */
async function main([command, ...args]: readonly string[]): Promise<void> {
  switch (command) {
    case 'keys':
      return keys(args);
    case 'issue':
      return issue(args);
    case 'show':
      process.stdout.write(await show(args));
      return;
    default:
      throw new LicenceRefusal(usage);
  }
}

function keys(args: readonly string[]): void {
  const { privateFile, publicFile } = makeKeys(outFolder(args));
  process.stderr.write(`Sign licences with ${privateFile} and keep it to yourself.
Put ${publicFile} into the app: npm run package -- --licence-key=${publicFile}\n`);
}

function outFolder(args: readonly string[]): string {
  try {
    const { out } = parseArgs({ args: [...args], options: { out: { type: 'string' } } }).values;
    if (out !== undefined && out !== '') return out;
  } catch (error) {
    throw new LicenceRefusal(error instanceof Error ? error.message : String(error));
  }
  throw new LicenceRefusal('--out=<folder> is missing: where the two keys go.');
}

async function issue(args: readonly string[]): Promise<void> {
  const { claims, keyFile, out } = readIssue(args, Date.now());
  const file = `${await signLicence(claims, readPrivateKey(keyFile))}\n`;
  if (out === null) process.stdout.write(file);
  else writeNew(out, file, 0o644);
  process.stderr.write(describe(claims));
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof LicenceRefusal ? error.message : String((error as Error).stack ?? error)}\n`,
  );
  process.exitCode = 1;
});
