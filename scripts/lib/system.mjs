import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Explained, step } from './log.mjs';
import { must, onPath } from './run.mjs';

/**
 * @typedef {object} Need something that the system must have
 * @property {string} debian package that brings it; newer releases may call it `<name>t64`
 * @property {string} [library] file name in the loader's cache
 * @property {string} [program] name on the PATH
 */

/** @type {Need[]} what Electron needs to open a window */
const TO_RUN = [
  { debian: 'libgtk-3-0', library: 'libgtk-3.so.0' },
  { debian: 'libnss3', library: 'libnss3.so' },
  { debian: 'libasound2', library: 'libasound.so.2' },
  { debian: 'libgbm1', library: 'libgbm.so.1' },
];

/** @type {Need[]} */
const TO_RUN_WITHOUT_DISPLAY = [{ debian: 'xvfb', program: 'Xvfb' }];

/** @type {Need[]} */
const TO_BUILD = [
  { debian: 'unzip', program: 'unzip' },
  { debian: 'python3', program: 'python3' },
  { debian: 'make', program: 'make' },
  { debian: 'g++', program: 'g++' },
];

/** @type {Need[]} a keychain that protects, in a session that nobody is signed in to */
const TO_KEEP_SECRETS = [
  { debian: 'libsecret-1-0', library: 'libsecret-1.so.0' },
  { debian: 'gnome-keyring', program: 'gnome-keyring-daemon' },
  { debian: 'dbus', program: 'dbus-daemon' },
];

export const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Makes sure that a window can be opened here; on macOS and Windows everything needed is part of the system. */
export async function ensureSystemLibraries() {
  await ensure('to open a window', hasDisplay ? TO_RUN : [...TO_RUN, ...TO_RUN_WITHOUT_DISPLAY]);
}

/** Makes sure that native modules can be compiled and the fallback Electron unpacked. */
export async function ensureBuildTools() {
  await ensure('to build native modules', TO_BUILD);
}

/** Makes sure that a real keyring can be tried out. */
export async function ensureKeyring() {
  await ensure('to keep secrets', TO_KEEP_SECRETS);
}

/** @param {string} purpose @param {Need[]} needs */
async function ensure(purpose, needs) {
  if (process.platform !== 'linux') return;
  const missing = missingOf(needs);
  if (missing.length === 0) return;
  const names = missing.map((need) => need.debian);
  const line = `apt-get update && apt-get install -y --no-install-recommends ${names.join(' ')}`;
  if (!existsSync('/etc/debian_version') || !onPath('apt-get'))
    throw new Explained(
      `Missing ${purpose}: ${names.join(', ')} (the names of Debian's packages). Install them and try again.`,
    );
  if (process.getuid?.() !== 0)
    throw new Explained(`Missing ${purpose}. Run this, then try again:`, `\n  sudo sh -c '${line}'\n`);
  await step(`Installing system packages ${purpose}: ${names.join(' ')}`, () => install(names));
  const still = missingOf(needs).map((need) => need.debian);
  if (still.length > 0)
    throw new Explained(
      `Debian's packages were installed, but these are still missing: ${still.join(', ')}.`,
    );
}

/** @param {string[]} names */
async function install(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const hint = "Debian's package servers could not be reached, or another program is installing packages.";
  await must('apt-get update', 'apt-get', ['update'], { env, hint });
  const packages = names.map((name) => (isKnown(`${name}t64`) ? `${name}t64` : name));
  await must('apt-get install', 'apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
    env,
    hint,
  });
}

/** @param {string} name */
function isKnown(name) {
  return spawnSync('apt-cache', ['show', '--no-all-versions', name], { stdio: 'ignore' }).status === 0;
}

/** @param {Need[]} needs */
function missingOf(needs) {
  const libraries = loaderCache();
  return needs.filter(({ library, program }) => {
    if (program && !onPath(program)) return true;
    return library !== undefined && libraries !== null && !libraries.includes(library);
  });
}

/** @returns {string | null} null where the loader's cache can't be read: then a missing library shows at start */
function loaderCache() {
  for (const ldconfig of ['/sbin/ldconfig', '/usr/sbin/ldconfig', 'ldconfig']) {
    const { status, stdout } = spawnSync(ldconfig, ['-p'], { encoding: 'utf8' });
    if (status === 0) return stdout;
  }
  return null;
}
