import { execFileSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  rmdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of a few MB that really runs full. */
export interface SmallDisk {
  path: string;
  /** Takes all the room there is, but for so many bytes. */
  fill(left?: number): void;
  /** Gives the room back. */
  free(): void;
  /** From now on nothing can be written to it, by nobody; or it can again. */
  writable(yes: boolean): void;
  remove(): void;
}

/** `null` where this process may not mount one: only Linux's root may. */
export function smallDisk(megabytes: number): SmallDisk | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null;
  const path = mkdtempSync(join(tmpdir(), 'atrium-disk-'));
  try {
    mount('-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path);
  } catch {
    // A container that isn't allowed to.
    rmdirSync(path);
    return null;
  }
  const filler = join(path, 'filler');
  return {
    path,
    fill(left = 0) {
      const file = openSync(filler, 'a');
      try {
        takeAll(file);
      } finally {
        closeSync(file);
      }
      if (left > 0) truncateSync(filler, Math.max(0, statSync(filler).size - left));
    },
    free: () => rmSync(filler, { force: true }),
    writable: (yes) => mount('-o', `remount,${yes ? 'rw' : 'ro'}`, path),
    remove() {
      execFileSync('umount', ['--lazy', path]);
      rmdirSync(path);
    },
  };
}

function mount(...args: string[]): void {
  execFileSync('mount', args, { stdio: 'ignore' });
}

function takeAll(file: number): void {
  for (let size = 65_536; size >= 1; size = Math.floor(size / 16)) {
    try {
      for (;;) if (writeSync(file, Buffer.alloc(size)) < size) break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    }
  }
}
