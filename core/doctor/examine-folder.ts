import { statSync } from 'node:fs';
import { arch, cpus, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { examineDatabase, type KeptAnchor, type Looked, nothingElse } from './database';
import { backupsIn, diskOf, filesOf, isOwn } from './files';
import { findingsOf } from './findings';
import { lastFaults } from './log-codes';
import type { KeyFact, Report } from './report';

export interface FolderToExamine {
  /** The data folder; it needn't exist. */
  folder: string;
  migrationsFolder: string;
  versions: { app: string; electron: string | null; chromium: string | null };
  key: KeyFact;
  /** The database's; `null`: it can't be had. */
  databaseKey: Uint8Array | null;
  kept: KeptAnchor;
  /** UTC ms. */
  now: number;
}

/** Looks at a data folder and everything in it, and changes nothing. The app may be running. */
export async function examineFolder(order: FolderToExamine): Promise<Report> {
  const { folder, now } = order;
  // Before anything is opened: opening adds files of SQLite's own.
  const { files, others } = filesOf(folder);
  const { fact: database, mark, backupFolder } = await lookInto(order);
  const own = backupsIn(join(folder, 'backups'));
  const chosen = backupFolder === null ? own : backupsIn(backupFolder);
  const report: Omit<Report, 'findings'> = {
    madeAt: now,
    versions: { ...order.versions, node: process.versions.node, ...engineVersions() },
    system: {
      platform: platform(),
      release: release(),
      architecture: arch(),
      processors: cpus().length,
      memory: totalmem(),
    },
    clock: { now, offset: -new Date(now).getTimezoneOffset(), mark },
    disk: diskOf(folder),
    files,
    others,
    key: order.key,
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

async function lookInto({
  folder,
  migrationsFolder,
  databaseKey: key,
  kept,
}: FolderToExamine): Promise<Looked> {
  const path = join(folder, 'atrium.db');
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return { ...nothingElse, fact: { state: 'none' } };
  // SQLite would leave files behind that the owner can't write.
  if (!isOwn(stat)) return { ...nothingElse, fact: { state: 'closed', why: 'not_own' } };
  if (key === null) return { ...nothingElse, fact: { state: 'closed', why: 'no_key' } };
  return examineDatabase({ path, key, migrationsFolder, kept });
}

function engineVersions(): { sqlite: string; cipher: string } {
  const memory = new BetterSqlite3(':memory:');
  const ask = (what: string) => String(memory.prepare(`select ${what}()`).pluck().get());
  const versions = { sqlite: ask('sqlite_version'), cipher: ask('sqlite3mc_version') };
  memory.close();
  return versions;
}
