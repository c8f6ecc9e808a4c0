import { readFileSync } from 'node:fs';

/**
 * The only place where a test reaches into the app from outside. A packaged app has no hooks: it never looks at
 * these variables.
 */
export interface TestHooks {
  /** Milliseconds the wall clock is moved by, asked at every use. */
  clockOffset: () => number;
  /** A file that stands in for the platform's keychain. */
  keychainFile: string | null;
}

export const noTestHooks: TestHooks = { clockOffset: () => 0, keychainFile: null };

export function testHooks(packaged: boolean, env: Record<string, string | undefined>): TestHooks {
  if (packaged) return noTestHooks;
  const clockFile = env['ATRIUM_TEST_CLOCK'];
  return {
    clockOffset: clockFile ? offsetIn(clockFile) : noTestHooks.clockOffset,
    keychainFile: env['ATRIUM_TEST_KEYCHAIN'] || null,
  };
}

/** A file caught in the middle of being written is empty: the last good offset stays. */
function offsetIn(file: string): () => number {
  let last = 0;
  return () => {
    try {
      const text = readFileSync(file, 'utf8').trim();
      const offset = Math.trunc(Number(text));
      if (text !== '' && Number.isSafeInteger(offset)) last = offset;
    } catch {
      // Not there (yet): the last one stays.
    }
    return last;
  };
}
