import { chmodSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Language } from '../core/contract/fields';

export interface Arguments {
  dataDir: string | null;
  /** The language of this run, which wins over the person's; `null` when not given or not one of ours. */
  language: Language | null;
}

/** Reads `--data-dir=<dir>` and `--lang=<en|de>`. Of several the last one wins, as Chromium has it for its own. */
export function readArguments(argv: readonly string[]): Arguments {
  return { dataDir: lastValue(argv, 'data-dir') || null, language: ourLanguage(lastValue(argv, 'lang')) };
}

function lastValue(argv: readonly string[], name: string): string | undefined {
  const prefix = `--${name}=`;
  return argv.findLast((argument) => argument.startsWith(prefix))?.slice(prefix.length);
}

/** `de-AT` is German; a language we don't speak is none. */
export function ourLanguage(tag: string | undefined): Language | null {
  const primary = tag?.toLowerCase().split(/[-_]/)[0];
  return primary === 'en' || primary === 'de' ? primary : null;
}

/** One folder per installation: the argument, else `ATRIUM_DATA_DIR`, else the platform's own place for the app. */
export function dataFolder(
  given: Arguments,
  env: Record<string, string | undefined>,
  platformFolder: string,
): string {
  return resolve(given.dataDir ?? (env['ATRIUM_DATA_DIR'] || platformFolder));
}

export interface AppFolder {
  path: string;
  database: string;
  keyFile: string;
  /** What was tried at a database that wasn't open. */
  keyTriesFile: string;
  /** Where the audit log ended, kept beside the database. */
  anchorFile: string;
  /** Ids of what was erased, kept outside the database and its backups. */
  erasuresFile: string;
  /** Backups lie here unless somebody chose another folder. */
  backups: string;
  /** Which other folder that is, for a desk whose database can't be opened. */
  backupsNote: string;
  logFile: string;
  /** Where a window's last size and place are kept. */
  windowFile: string;
  /** Chromium's own files. */
  profile: string;
}

/**
 * Makes the folder, readable by its owner only. Where that is impossible Chromium gets a throw-away profile, so that
 * a window can still open and say what is wrong; the database then fails to open by itself.
 * @param options `make: false` only says what would lie where
 */
export function prepareFolder(path: string, { make = true } = {}): AppFolder {
  return {
    path,
    database: join(path, 'atrium.db'),
    keyFile: join(path, 'atrium.key'),
    keyTriesFile: join(path, 'atrium.key-tries'),
    anchorFile: join(path, 'atrium.anchor'),
    erasuresFile: join(path, 'atrium.erasures'),
    backups: join(path, 'backups'),
    backupsNote: join(path, 'atrium.backups'),
    logFile: join(path, 'logs', 'atrium.log'),
    windowFile: join(path, 'window.json'),
    profile: make ? madeProfile(path) : join(path, 'profile'),
  };
}

function madeProfile(path: string): string {
  return makeFolder(join(path, 'profile')) ?? mkdtempSync(join(tmpdir(), 'atrium-profile-'));
}

function makeFolder(path: string): string | null {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    // A folder that was copied here may be open to others. (Windows keeps no such bits.)
    if (process.platform !== 'win32') chmodSync(path, 0o700);
    return path;
  } catch {
    return null;
  }
}
