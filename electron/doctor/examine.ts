import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { firstPageFits } from '../../core/db/key-check';
import type { KeptAnchor } from '../../core/doctor/database';
import { examineFolder } from '../../core/doctor/examine-folder';
import type { Report } from '../../core/doctor/report';
import { fileAnchorStore } from '../platform/anchor/file-anchor';
import { macKeys } from '../platform/anchor/mac-key';
import type { SafeStorage } from '../platform/key-store/sealers';
import { findKey } from './key';

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

/** Looks at a data folder from outside the app, with whatever key can be had, and changes nothing. The app may be running. */
export async function examine(patient: Patient): Promise<Report> {
  const { folder, migrationsFolder, versions, testKeychain, storage, now } = patient;
  const { keys, ...key } = findKey({ keyFile: join(folder, 'atrium.key'), testFile: testKeychain, storage });
  const databaseKey = keys.find((one) => fits(join(folder, 'atrium.db'), one)) ?? keys[0] ?? null;
  const kept = databaseKey === null ? unread : anchorOf(patient, databaseKey);
  return examineFolder({ folder, migrationsFolder, versions, key, databaseKey, kept, now: now() });
}

/** While the key is being changed there are two, and the database tells which it is. */
function fits(databasePath: string, key: Uint8Array): boolean {
  try {
    return firstPageFits(databasePath, key);
  } catch {
    return false;
  }
}

const unread: KeptAnchor = { anchor: null, state: 'unread' };

function anchorOf({ folder, testKeychain, storage }: Patient, key: Uint8Array): KeptAnchor {
  const file = join(folder, 'atrium.anchor');
  const keychain = testKeychain === null ? storage : null;
  if (keychain === null && textOf(file).includes('"key":"keychain:')) return unread;
  const found = fileAnchorStore(file, macKeys(key, keychain, process.platform)).read();
  return typeof found === 'object' ? { anchor: found, state: 'kept' } : { anchor: null, state: found };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
