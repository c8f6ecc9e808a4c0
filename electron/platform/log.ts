import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Facts that can't hold a name, an address or a password. */
type Facts = Record<string, number | boolean | { code: string } | null>;

/**
 * The app's log. It takes codes, numbers and stacks and nothing else, so that no personal data can end up in it; a
 * general logger would write whatever it is given, which is why this one is our own.
 */
export interface Log {
  event(name: string, facts?: Facts): void;
  /** Something broke on our side. `id` is the reference the window shows. */
  fault(id: string, where: string, error: unknown): void;
}

const maxBytes = 1024 * 1024;

/** Appends to `file`; the previous generation is kept beside it. Failing to log never breaks what is logged. */
export function createLog(file: string, now: () => number, appPath: string): Log {
  const write = (entry: Record<string, unknown>) => {
    try {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      rotate(file);
      const line = JSON.stringify({ at: new Date(now()).toISOString(), ...entry });
      appendFileSync(file, `${line}\n`, { mode: 0o600 });
    } catch {
      // Nowhere left to say it.
    }
  };
  return {
    event: (name, facts = {}) => write({ event: name, ...facts }),
    fault: (id, where, error) => write({ fault: id, where, ...describeError(error, appPath) }),
  };
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > maxBytes) renameSync(file, `${file}.1`);
}

/** Classes whose messages are made of code and column names. Others may quote what a person typed. */
const safeMessages = new Set(['TypeError', 'ReferenceError', 'RangeError', 'SqliteError', 'ContractError']);

export function describeError(error: unknown, appPath: string): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim().replaceAll(appPath, ''));
  return {
    name: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...(safeMessages.has(error.name) ? { message: error.message } : {}),
    stack: frames,
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause, appPath) }),
  };
}
