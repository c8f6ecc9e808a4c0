import { readdirSync, type Stats, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseBackupName } from '../domain/backup';
import type { BackupFact, FileFact, Report } from './report';

/** What the app itself puts into its folder; `profile` and `backups` are looked at by themselves. */
const ours = [
  'atrium.db',
  'atrium.db-wal',
  'atrium.db-shm',
  'atrium.key',
  'atrium.key-check',
  'atrium.key-tries',
  'atrium.anchor',
  'atrium.erasures',
  'window.json',
  'logs',
  'logs/atrium.log',
  'logs/atrium.log.1',
  'profile',
  'backups',
];

/** Keys that were put aside. */
const oldKey = /^atrium[.]key[.]before-\d{8}-\d{6}$/;

export function filesOf(folder: string): Pick<Report, 'files' | 'others'> {
  const there = namesIn(folder);
  const files = [...ours, ...there.filter((name) => oldKey.test(name))].flatMap(
    (name) => fact(folder, name) ?? [],
  );
  const top = new Set(ours.map((name) => name.split('/')[0]));
  const foreign = there.filter((name) => !top.has(name) && !oldKey.test(name));
  const bytes = foreign.reduce((sum, name) => sum + sizeOf(join(folder, name)), 0);
  return { files, others: { count: foreign.length, bytes } };
}

function fact(folder: string, name: string): FileFact | null {
  const path = join(folder, name);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  return { name, bytes: sizeOf(path), mode: modeOf(stat), own: isOwn(stat) };
}

function modeOf(stat: Stats): string | null {
  return process.platform === 'win32' ? null : (stat.mode & 0o777).toString(8).padStart(4, '0');
}

export function isOwn(stat: Stats): boolean {
  const user = process.getuid?.();
  return user === undefined || stat.uid === user;
}

/** Bytes of a file, or of all below a folder. What vanishes meanwhile counts nothing. */
function sizeOf(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat?.size ?? 0;
  return namesIn(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

function namesIn(folder: string): string[] {
  return readable(folder) ?? [];
}

function readable(folder: string): string[] | null {
  try {
    return readdirSync(folder);
  } catch {
    return null;
  }
}

export function diskOf(folder: string): Report['disk'] {
  try {
    const { bavail, blocks, bsize } = statfsSync(folder);
    return { free: bavail * bsize, total: blocks * bsize };
  } catch {
    return null;
  }
}

/** The backups in a folder by what their names say, newest first; `null`: there is no such folder, or it can't be read. */
export function backupsIn(folder: string): BackupFact[] | null {
  const names = readable(folder);
  if (names === null) return null;
  const found = names.flatMap((file) => {
    const name = parseBackupName(file);
    return name === null ? [] : [{ ...name, bytes: sizeOf(join(folder, file)) }];
  });
  return found.sort((a, b) => b.at - a.at);
}
