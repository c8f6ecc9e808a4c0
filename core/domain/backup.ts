/** What made a backup; it stands in the file's name. `key`: the database's key was changed. */
export const backupKinds = ['scheduled', 'manual', 'migration', 'restore', 'key'] as const;
export type BackupKind = (typeof backupKinds)[number];

export const backupSchedules = ['off', 'daily', 'weekly'] as const;
export type BackupSchedule = (typeof backupSchedules)[number];

/** For how long backups are kept: what each comes to is in `retentions`. */
export const backupKeeps = ['month', 'halfYear', 'year'] as const;
export type BackupKeep = (typeof backupKeeps)[number];

export interface BackupSettings {
  schedule: BackupSchedule;
  /** By this computer's clock, 0 to 23. */
  hour: number;
  /** 0: Sunday. Of a weekly schedule. */
  weekday: number;
  keep: BackupKeep;
  /** Absolute path; `null`: `backups` in the data folder. */
  folder: string | null;
}

/** At noon: a reception's computer is on then. */
export const backupDefaults: BackupSettings = {
  schedule: 'daily',
  hour: 12,
  weekday: 1,
  keep: 'halfYear',
  folder: null,
};

/** How many generations of scheduled backups stay, and after how many days every backup is gone, whatever its kind. */
export interface Retention {
  daily: number;
  weekly: number;
  monthly: number;
  maxAgeDays: number;
}

/** Erased people age out of the backups with them, so none is without an end. */
export const retentions: Record<BackupKeep, Retention> = {
  month: { daily: 7, weekly: 4, monthly: 0, maxAgeDays: 30 },
  halfYear: { daily: 7, weekly: 4, monthly: 6, maxAgeDays: 180 },
  year: { daily: 14, weekly: 8, monthly: 12, maxAgeDays: 365 },
};

/** Of each other kind the newest so many stay. */
export const otherKindsKept = 5;

export const backupExtension = 'atrium-backup';
export const copyExtension = 'atrium-copy';

export interface BackupName {
  kind: BackupKind;
  /** UTC ms, whole seconds. */
  at: number;
}

/** `atrium-20261125-120000-scheduled.atrium-backup`: UTC, so that names sort by time. */
export function backupFileName({ kind, at }: BackupName): string {
  return `atrium-${stampOf(at)}-${kind}.${backupExtension}`;
}

const pattern = new RegExp(`^atrium-(\\d{8}-\\d{6})-(${backupKinds.join('|')})\\.${backupExtension}$`);

/** `null`: not a name we give. */
export function parseBackupName(fileName: string): BackupName | null {
  const [, stamp = '', kind] = pattern.exec(fileName) ?? [];
  const at = momentOf(stamp);
  return at === null ? null : { kind: kind as BackupKind, at };
}

/** `damaged-20261125-120000`: a folder for files that couldn't be read when a restore took their place. */
export function setAsideName(at: number): string {
  return `damaged-${stampOf(at)}`;
}

/** `null`: no such folder's name. */
export function setAsideAt(folderName: string): number | null {
  return momentOf(/^damaged-(\d{8}-\d{6})$/.exec(folderName)?.[1] ?? '');
}

function stampOf(at: number): string {
  return new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
}

/** `null`: no moment. The 31st of February is none either. */
function momentOf(stamp: string): number | null {
  const match = /^(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})$/.exec(stamp);
  if (match === null) return null;
  const [year = 0, month = 0, ...rest] = match.slice(1).map(Number);
  const at = Date.UTC(year, month - 1, ...rest);
  return stampOf(at) === stamp ? at : null;
}

/** The latest moment at or before `now` for which the schedule wants a backup, UTC ms; `null` when there is no schedule. */
export function lastSlot(
  settings: Pick<BackupSettings, 'schedule' | 'hour' | 'weekday'>,
  now: number,
): number | null {
  return slots(settings, now, -1);
}

/** The next such moment after `now`. */
export function nextSlot(
  settings: Pick<BackupSettings, 'schedule' | 'hour' | 'weekday'>,
  now: number,
): number | null {
  return slots(settings, now, 1);
}

/** By the local calendar: a day is 23 or 25 hours long when the clocks change. */
function slots(
  { schedule, hour, weekday }: Pick<BackupSettings, 'schedule' | 'hour' | 'weekday'>,
  now: number,
  direction: 1 | -1,
): number | null {
  if (schedule === 'off') return null;
  const today = new Date(now);
  for (let day = 0; day <= 8; day += 1) {
    const slot = new Date(today.getFullYear(), today.getMonth(), today.getDate() + day * direction, hour);
    if (schedule === 'weekly' && slot.getDay() !== weekday) continue;
    const at = slot.getTime();
    if (direction === 1 ? at > now : at <= now) return at;
  }
  return null;
}
