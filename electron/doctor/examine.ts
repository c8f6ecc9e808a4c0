import { readFileSync, statSync } from 'node:fs';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { firstPageFits } from '../../core/db/key-check';
import { fileAnchorStore } from '../platform/anchor/file-anchor';
import { macKeys } from '../platform/anchor/mac-key';
import type { SafeStorage } from '../platform/key-store/sealers';
import { examineDatabase, type Looked, nothingElse } from './database';
import { backupsIn, diskOf, filesOf, isOwn } from './files';
import { findingsOf } from './findings';
import { findKey } from './key';
import { lastFaults } from './log-codes';
import type { Report } from './report';

export interface Patient {
  /** The data folder; it needn't exist. */
  folder: string;
  migrationsFolder: string;
  versions: { app: string; electron: string | null; chromium: string | null };
  /** A file that stands in for the keychain, in tests. */
  testKeychain: string | null;
  /** The system's keychain; `null`: nobody here can ask it. */
  storage: SafeStorage | null;
  now: () => number;
}

/** Looks at a data folder and everything in it, and changes nothing. The app may be running. */
export async function examine(patient: Patient): Promise<Report> {
  const { folder, now } = patient;
  const key = findKey({
    keyFile: join(folder, 'atrium.key'),
    testFile: patient.testKeychain,
    storage: patient.storage,
  });
  // Before anything is opened: opening adds files of SQLite's own.
  const { files, others } = filesOf(folder);
  const { fact: database, mark, backupFolder } = await lookInto(patient, key.keys);
  const own = backupsIn(join(folder, 'backups'));
  const chosen = backupFolder === null ? own : backupsIn(backupFolder);
  const report: Omit<Report, 'findings'> = {
    madeAt: now(),
    versions: { ...patient.versions, node: process.versions.node, ...engineVersions() },
    system: {
      platform: platform(),
      release: release(),
      architecture: arch(),
      processors: cpus().length,
      memory: totalmem(),
    },
    clock: { now: now(), offset: -new Date(now()).getTimezoneOffset(), mark },
    disk: diskOf(folder),
    files,
    others,
    key: { kind: key.kind, readable: key.readable },
    database,
    backups: {
      found: chosen ?? own ?? [],
      elsewhere: backupFolder !== null,
      reachable: backupFolder === null || chosen !== null,
    },
    faults: lastFaults(join(folder, 'logs', 'atrium.log')),
  };
  return { ...report, findings: findingsOf(report) };
}

async function lookInto(
  { folder, migrationsFolder, storage, testKeychain }: Patient,
  keys: readonly Uint8Array[],
): Promise<Looked> {
  const path = join(folder, 'atrium.db');
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return { ...nothingElse, fact: { state: 'none' } };
  // SQLite would leave files behind that the owner can't write.
  if (!isOwn(stat)) return { ...nothingElse, fact: { state: 'closed', why: 'not_own' } };
  // While the key is being changed there are two, and the database tells which it is.
  const key = keys.find((one) => firstPageFits(path, one)) ?? keys[0];
  if (key === undefined) return { ...nothingElse, fact: { state: 'closed', why: 'no_key' } };
  const anchorFile = join(folder, 'atrium.anchor');
  const anchorStorage = testKeychain === null ? storage : null;
  const unread = anchorStorage === null && readText(anchorFile).includes('"key":"keychain:');
  return examineDatabase({
    path,
    key,
    migrationsFolder,
    anchorStore: unread ? null : fileAnchorStore(anchorFile, macKeys(key, anchorStorage, process.platform)),
  });
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function engineVersions(): { sqlite: string; cipher: string } {
  const memory = new BetterSqlite3(':memory:');
  const ask = (what: string) => String(memory.prepare(`select ${what}()`).pluck().get());
  const versions = { sqlite: ask('sqlite_version'), cipher: ask('sqlite3mc_version') };
  memory.close();
  return versions;
}
