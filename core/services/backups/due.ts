import { type BackupSettings, lastSlot, nextSlot, retentions } from '../../domain/backup';
import type { Outcome } from './backup-rows';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** After so many failures in a row it is tried again that much later; a stick may be back in a minute, a full disk rarely is. */
const pauses = [5, 15, 60, 240].map((minutes) => minutes * minuteMs);

/** When a try that failed is repeated; `null`: the last one worked. */
export function againAt({ failedAt, failures }: Outcome): number | null {
  if (failedAt === null) return null;
  return failedAt + (pauses[Math.min(failures, pauses.length) - 1] ?? 0);
}

/**
 * When the next backup is to be made; `null`: none is planned. In the past when one was missed.
 * @param since when there was something to back up for the first time
 */
export function nextBackup(
  settings: BackupSettings,
  outcome: Outcome,
  since: number,
  now: number,
): number | null {
  const base = Math.max(outcome.doneAt ?? 0, since);
  const missed = lastSlot(settings, now);
  const planned = missed !== null && base < missed ? missed : nextSlot(settings, now);
  const moments = [planned, lastOneAgesOut(settings, outcome)].filter((moment) => moment !== null);
  if (moments.length === 0) return null;
  return Math.max(Math.min(...moments), againAt(outcome) ?? 0);
}

/** Whatever the schedule says, the last backup is replaced before its age takes it away. */
function lastOneAgesOut({ keep }: BackupSettings, { doneAt }: Outcome): number | null {
  return doneAt === null ? null : doneAt + retentions[keep].maxAgeDays * dayMs;
}
