import { type ChildProcess, spawn } from 'node:child_process';
import type { Chance } from '../support/seed';

/** When to kill: once so many acts have begun, or so many ms after the orders; then so many microseconds on. */
export interface Moment {
  acts: number | null;
  ms: number;
  further: number;
}

/** Mostly in the middle of an act, which takes a millisecond or two, and now and then at any moment. */
export function anyMoment(chance: Chance, most: { acts: number; ms: number }): Moment {
  return {
    acts: chance.percent(75) ? chance.between(0, most.acts) : null,
    ms: chance.between(1, most.ms),
    further: chance.between(0, 3000),
  };
}

/** A process that says lines and is killed. */
export interface Victim {
  /** Hands over the orders and kills it at that moment; answers every whole line it said. */
  die(orders: object, moment: Moment): Promise<string[]>;
  /** It isn't needed after all. */
  spare(): void;
}

/** Starts the program, which waits for its orders once it is loaded: the next one gets ready while one is looked into. */
export function nextVictim(program: string): Victim {
  const process_ = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'pipe'] });
  let complaint = '';
  process_.stderr.on('data', (piece: Buffer) => {
    complaint += piece.toString();
  });
  process_.stdin.on('error', () => undefined);
  let said = '';
  let ready = () => {};
  const loaded = new Promise<void>((resolve) => {
    ready = resolve;
  });
  let heard: (begun: number) => void = () => undefined;
  process_.stdout.on('data', (piece: Buffer) => {
    said += piece.toString();
    ready();
    heard(said.split('"begins"').length - 1);
  });
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    process_.on('close', (_code, signal) => {
      ready();
      resolve(signal);
    }),
  );

  async function die(orders: object, { acts, ms, further }: Moment): Promise<string[]> {
    await loaded;
    if (acts === null) setTimeout(() => kill(process_, further), ms);
    else
      heard = (begun) => {
        // The start itself is one.
        if (begun > acts) kill(process_, further);
      };
    process_.stdin.write(JSON.stringify(orders));
    const signal = await ended;
    if (signal !== 'SIGKILL') throw new Error(`It ended by itself: ${complaint.slice(0, 3000)}`);
    // The last line may be half a line.
    return said.split('\n').slice(0, -1);
  }

  return { die, spare: () => process_.kill('SIGKILL') };
}

/** @param further microseconds: finer than any timer, so they are waited away. */
function kill(process_: ChildProcess, further: number): void {
  const until = performance.now() + further / 1000;
  while (performance.now() < until);
  process_.kill('SIGKILL');
}
