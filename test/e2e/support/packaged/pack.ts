import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { appFolder } from '../electron';

export const programName = 'atrium-desk';

export interface Package {
  /** The folder that `npm run package` makes, as it ships. */
  folder: string;
  program: string;
  deb: string;
  /** The private half of the key it believes licences by. */
  licenceKey: string;
}

/** Packs the app as its vendor does, with a pair of keys of its own, by the commands for it. */
export function packApp(out: string): Package {
  const keys = join(out, 'keys');
  script('licence', ['keys', `--out=${keys}`]);
  const packed = join(out, 'packed');
  const printed = script('package', [`--licence-key=${join(keys, 'licence-public.pem')}`, `--out=${packed}`]);
  const folder = join(packed, 'linux-unpacked');
  return {
    folder,
    program: join(folder, programName),
    // The last thing it prints is where the package lies.
    deb: printed.trim().split('\n').at(-1) ?? '',
    licenceKey: join(keys, 'licence-private.pem'),
  };
}

function script(name: string, args: string[]): string {
  return execFileSync(process.execPath, [join(appFolder, 'scripts', `${name}.mjs`), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** A copy that may be started and looked into by a test; answers its program. */
export function copyOf(folder: string, to: string): string {
  rmSync(to, { recursive: true, force: true });
  mkdirSync(dirname(to), { recursive: true });
  cpSync(folder, to, { recursive: true });
  return join(to, programName);
}

/** Lets Node's inspector be opened, which no shipped program allows: it is how a test gets in. Nothing else is changed. */
export async function letTestsIn(program: string): Promise<void> {
  // Written aside and put in its place: a program that runs can't be written to.
  const aside = `${program}.new`;
  copyFileSync(program, aside);
  await flipFuses(aside, { version: FuseVersion.V1, [FuseV1Options.EnableNodeCliInspectArguments]: true });
  copyFileSync(aside, program);
  rmSync(aside);
}
