// All chatter goes to stderr: stdout belongs to results (a path, a summary), so that both can be piped.

const started = Date.now();

/** @param {number} ms */
export function seconds(ms) {
  const s = Math.round(ms / 100) / 10;
  return s < 60 ? `${s} s` : `${Math.floor(s / 60)} min ${Math.round(s % 60)} s`;
}

/** @param {string} text */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Runs one long step and shows that it is alive: its name at the start, a line every ten seconds, its time at the end.
 * @template T
 * @param {string} name what happens, in words for the person who waits
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const from = Date.now();
  say(`▸ ${name} …`);
  const beat = setInterval(() => say(`  … still at it after ${seconds(Date.now() - from)}`), 10_000);
  try {
    const result = await work();
    say(`  done in ${seconds(Date.now() - from)}`);
    return result;
  } finally {
    clearInterval(beat);
  }
}

/** A failure that the person at the keyboard can understand and act on; printed without a stack. */
export class Explained extends Error {
  /** @param {string} message @param {string} [hint] what to do about it */
  constructor(message, hint) {
    super(hint ? `${message}\n${hint}` : message);
    this.name = 'Explained';
  }
}

/**
 * Runs a command's main function: an explained failure prints its text, any other one its stack; both exit 1.
 * @param {() => Promise<number | void>} main resolves to the exit code, 0 when left out
 */
export async function command(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    const text =
      error instanceof Explained ? error.message : error instanceof Error ? error.stack : String(error);
    say(`\n✖ ${text}`);
    process.exitCode = 1;
  }
}

export function elapsed() {
  return seconds(Date.now() - started);
}
