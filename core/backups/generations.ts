import { type BackupKind, otherKindsKept, type Retention } from '../domain/backup';

/** One of this desk's own backups, for the decision whether it stays. */
export interface Generation {
  kind: BackupKind;
  at: number;
  /** It can be read with this desk's key. */
  good: boolean;
}

const dayMs = 86_400_000;

/**
 * Which of them have had their day, in no order. Of the scheduled ones the newest of each of the last days, weeks and months
 * that have one stays; of the others the newest few of each kind. Beyond its age none stays, but for the newest good one, which
 * stays until there is a newer: a desk that can't back itself up any more keeps what it has. What can't be read takes nobody's
 * place and stays until its age: it may be all that is left of something.
 */
export function outdated<G extends Generation>(
  backups: readonly G[],
  retention: Retention,
  now: number,
): G[] {
  const newestFirst = [...backups].sort((a, b) => b.at - a.at);
  const good = newestFirst.filter((backup) => backup.good);
  const inAge = good.filter(({ at }) => now - at < retention.maxAgeDays * dayMs);
  const kept = new Set<G>([
    ...good.slice(0, 1),
    ...newestOfEach(inAge, localDay, retention.daily),
    ...newestOfEach(inAge, localWeek, retention.weekly),
    ...newestOfEach(inAge, localMonth, retention.monthly),
    ...otherKinds(inAge),
    ...newestFirst.filter(({ good: sound, at }) => !sound && now - at < retention.maxAgeDays * dayMs),
  ]);
  return newestFirst.filter((backup) => !kept.has(backup));
}

/** Of each of the last `count` periods that have a scheduled backup the newest. */
function newestOfEach<G extends Generation>(
  newestFirst: readonly G[],
  period: (at: number) => string,
  count: number,
): G[] {
  const newest = new Map<string, G>();
  for (const backup of newestFirst) {
    if (backup.kind !== 'scheduled') continue;
    const name = period(backup.at);
    if (!newest.has(name)) newest.set(name, backup);
  }
  return [...newest.values()].slice(0, count);
}

function otherKinds<G extends Generation>(newestFirst: readonly G[]): G[] {
  const kinds = new Set(newestFirst.map(({ kind }) => kind).filter((kind) => kind !== 'scheduled'));
  return [...kinds].flatMap((kind) =>
    newestFirst.filter((backup) => backup.kind === kind).slice(0, otherKindsKept),
  );
}

function localDay(at: number): string {
  return new Date(at).toDateString();
}

/** By its Monday. */
function localWeek(at: number): string {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() - ((day.getDay() + 6) % 7)).toDateString();
}

function localMonth(at: number): string {
  const day = new Date(at);
  return `${day.getFullYear()}-${day.getMonth()}`;
}
