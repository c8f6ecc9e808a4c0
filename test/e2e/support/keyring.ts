import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';

/** What a desk needs of its environment to find that keyring, and nothing of the person's own. */
export type KeyringEnv = Record<
  'DBUS_SESSION_BUS_ADDRESS' | 'HOME' | 'XDG_DATA_HOME' | 'XDG_RUNTIME_DIR',
  string
>;

/** A session of its own on this machine, with a real GNOME keyring that is unlocked, as signing in to the desktop does it. */
export class Keyring {
  private constructor(
    readonly env: KeyringEnv,
    private readonly programs: readonly ChildProcess[],
  ) {}

  /** @param home a folder for everything of it */
  static async start(home: string): Promise<Keyring> {
    const folders = { HOME: home, XDG_DATA_HOME: join(home, 'data'), XDG_RUNTIME_DIR: join(home, 'run') };
    for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true, mode: 0o700 });
    chmodSync(folders.XDG_RUNTIME_DIR, 0o700);
    const address = `unix:path=${join(folders.XDG_RUNTIME_DIR, 'bus')}`;
    const env = { ...folders, DBUS_SESSION_BUS_ADDRESS: address };
    const all = { ...process.env, ...env };
    const bus = spawn(
      'dbus-daemon',
      ['--session', '--nofork', '--nopidfile', '--print-address', `--address=${address}`],
      {
        env: all,
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    await said(bus, 'unix:path');
    const daemon = spawn('gnome-keyring-daemon', ['--unlock', '--foreground', '--components=secrets'], {
      env: all,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    daemon.stdin.end('a login password');
    await expect.poll(() => answers(all), { message: 'the keyring answers', timeout: 20_000 }).toBe(true);
    return new Keyring(env, [daemon, bus]);
  }

  async stop(): Promise<void> {
    for (const program of this.programs) {
      const gone = new Promise((resolve) => program.once('exit', resolve));
      program.kill();
      await gone;
    }
  }
}

/** Whether this machine has what it takes; `npm run test:long` installs it. */
export function hasKeyring(): boolean {
  try {
    execFileSync('gnome-keyring-daemon', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function answers(env: NodeJS.ProcessEnv): boolean {
  const bus = ['--session', '--print-reply', '--dest=org.freedesktop.DBus', '/'];
  const ask = ['org.freedesktop.DBus.NameHasOwner', 'string:org.freedesktop.secrets'];
  return execFileSync('dbus-send', [...bus, ...ask], { env, encoding: 'utf8' }).includes('boolean true');
}

/** Settles once the program says that. */
function said(program: ChildProcess, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let all = '';
    program.stdout?.on('data', (piece: Buffer) => {
      all += piece.toString();
      if (all.includes(text)) resolve();
    });
    program.once('error', reject);
    program.once('exit', (code) => reject(new Error(`${program.spawnfile} ended with ${code}: ${all}`)));
  });
}
