import { rmSync } from 'node:fs';
import { z } from 'zod';
import { longestWaitMs, waitAfter } from '../../../core/domain/back-off';
import { readOwnerFile, writeOwnerFile } from './key-file';

/** What is typed before the database is open. */
export type KeyAttempt = 'passphrase' | 'recovery';

const count = z.strictObject({
  /** In a row, and since the database was open last. */
  failures: z.number().int().min(0),
  /** UTC ms. */
  blockedUntil: z.number().nullable(),
});
const content = z.strictObject({
  passphrase: count,
  recovery: count,
  /** A recovery key was taken: not in the audit log yet. */
  recovered: z.boolean(),
});
export type KeyTries = z.infer<typeof content>;

const none: KeyTries = {
  passphrase: { failures: 0, blockedUntil: null },
  recovery: { failures: 0, blockedUntil: null },
  recovered: false,
};

export type KeyTriesFile = ReturnType<typeof keyTriesFile>;

/**
 * What was tried at a database that isn't open, in a file beside the key: so it survives a restart, and is told to the audit
 * log once that can be written. Whoever can delete the file can copy the key file, too, and try elsewhere.
 */
export function keyTriesFile(path: string) {
  let current = read(path);

  function keep(next: KeyTries): void {
    current = next;
    try {
      writeOwnerFile(path, `${JSON.stringify(next)}\n`);
    } catch {
      // A disk that takes nothing: this run remembers.
    }
  }

  return {
    /** How long nothing is looked at, ms. */
    waitMs(attempt: KeyAttempt, now: number): number {
      const wait = (current[attempt].blockedUntil ?? 0) - now;
      // No wait is that long: it was earned while the clock was far ahead.
      return wait > longestWaitMs ? 0 : Math.max(0, wait);
    },
    noteFailure(attempt: KeyAttempt, now: number): void {
      const failures = current[attempt].failures + 1;
      const wait = waitAfter(failures);
      keep({ ...current, [attempt]: { failures, blockedUntil: wait === null ? null : now + wait } });
    },
    noteRecovery(): void {
      keep({ ...current, recovered: true });
    },
    current: (): KeyTries => current,
    /** All is told. */
    clear(): void {
      current = none;
      rmSync(path, { force: true });
    },
  };
}

function read(path: string): KeyTries {
  try {
    return content.parse(JSON.parse(readOwnerFile(path) ?? ''));
  } catch {
    return none;
  }
}
