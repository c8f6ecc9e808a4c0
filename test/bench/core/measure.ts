/** One way to do the work, prepared and ready to run. */
export interface Contender {
  run(): unknown;
}

/** Milliseconds of each counted run, sorted. */
export type Times = readonly number[];

/**
 * Runs every contender in turn, A B C A B C …, so that a machine whose speed drifts drifts for all of them. Slow ones sit
 * some rounds out: `runs` says how many each gets.
 */
export async function inTurn(
  contenders: Record<string, Contender>,
  runs: Record<string, number>,
): Promise<Record<string, Times>> {
  const names = Object.keys(contenders);
  const times: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  const most = Math.max(...names.map((name) => runs[name] ?? 0));
  for (let round = -warmUps; round < most; round += 1) {
    for (const name of names) {
      if (round >= (runs[name] ?? 0)) continue;
      const began = performance.now();
      const result = contenders[name]?.run();
      if (result instanceof Promise) await result;
      const took = performance.now() - began;
      if (round >= 0) times[name]?.push(took);
    }
  }
  for (const list of Object.values(times)) list.sort((a, b) => a - b);
  return times;
}

const warmUps = 5;

/** The value below which that share of the sorted times lies. */
export function percentile(times: Times, share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
}

export interface Figure {
  op: string;
  /** People in the database. */
  n: number;
  times: Record<string, Times>;
  /** Milliseconds when left out. */
  unit?: string;
}

/**
 * One JSON line: our figure, and of each peer the figure and what ours is in multiples of it. Where the unit isn't
 * milliseconds it is named; the keys stay the same.
 */
export function line({ op, n, times, unit }: Figure): string {
  const own = times['ours'] ?? [];
  const p50 = percentile(own, 0.5);
  const peers = Object.entries(times).filter(([name]) => name !== 'ours');
  const vs = Object.fromEntries(
    peers.map(([name, list]) => [
      name,
      { p50_ms: rounded(percentile(list, 0.5)), ratio: rounded(p50 / percentile(list, 0.5)) },
    ]),
  );
  return JSON.stringify({
    op,
    n,
    p50_ms: rounded(p50),
    p95_ms: rounded(percentile(own, 0.95)),
    runs: own.length,
    ...(unit !== undefined && { unit }),
    vs,
  });
}

export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
