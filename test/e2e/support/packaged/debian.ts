import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Whether packages can be installed on this machine, and taken off again, without asking anybody. */
export const canInstall =
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };

/** Installs a package file with what it depends on, and further packages by name. Answers how all that came goes again. */
export function install(deb: string, also: string[]): () => void {
  const before = new Set(installed());
  const all = ['install', '-y', '--no-install-recommends', deb, ...also];
  run('apt-get', ['update']);
  run('apt-get', all);
  return () => {
    const came = installed().filter((name) => !before.has(name));
    if (came.length > 0) run('dpkg', ['--purge', ...came]);
  };
}

function installed(): string[] {
  // A line each: `package<tab>version`.
  const lines = run('dpkg-query', ['--show']).split('\n');
  return lines.flatMap((line) => line.split('\t')[0] || []);
}

/** What a program of the system prints; throws with what it said when it fails. */
export function run(program: string, args: string[], more: Record<string, string> = {}): string {
  return execFileSync(program, args, {
    env: { ...env, ...more },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
}

/** What a linter finds wrong; empty when all is well. */
export function complaints(program: string, args: string[]): string {
  const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', env });
  return `${stdout}${stderr}`.trim();
}
