import { readFileSync } from 'node:fs';
import type { KeyFact } from '../../core/doctor/report';
import { layerPrefix } from '../platform/key-store/passphrase-layer';
import {
  keyBytes,
  keychainSealer,
  plainSealer,
  type SafeStorage,
  type Sealer,
} from '../platform/key-store/sealers';

/** The keys, when they can be had without asking anybody. */
export interface FoundKey extends KeyFact {
  /** 32 bytes each; more than one while the database's key is being changed. */
  keys: Uint8Array[];
}

export interface KeyPlace {
  keyFile: string;
  /** A file that stands in for the keychain, in tests. */
  testFile: string | null;
  /** The system's keychain; `null` where there is nobody who could ask it: outside the app. */
  storage: SafeStorage | null;
}

/** Reads and changes nothing: the app's own way puts a file's permissions right, and would hide that they were wrong. */
export function findKey({ keyFile, testFile, storage }: KeyPlace): FoundKey {
  const text = textOf(testFile ?? keyFile);
  if (text === null) return { kind: 'none', readable: false, keys: [] };
  if (text.startsWith(layerPrefix)) return { kind: 'passphrase', readable: false, keys: [] };
  const plain = plainSealer(testFile === null ? 'file' : 'test');
  const sealed = text.startsWith(keychainPrefix);
  const kind = sealed ? 'keychain' : text.startsWith(plain.prefix) ? plain.kind : 'unknown';
  const sealers = storage === null ? [plain] : [plain, keychainSealer(storage)];
  const keys = text
    .trim()
    .split('\n')
    .flatMap((line) => keyOf(line, sealers) ?? []);
  return { kind, readable: keys.length > 0, keys };
}

const keychainPrefix = 'keychain:';

function keyOf(line: string, sealers: readonly Sealer[]): Uint8Array | null {
  try {
    const sealer = sealers.find(({ prefix }) => line.startsWith(prefix));
    const key = sealer?.open(line.slice(sealer.prefix.length));
    return key?.length === keyBytes ? key : null;
  } catch {
    return null;
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
