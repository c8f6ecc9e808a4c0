import { readFileSync } from 'node:fs';
import type { KeyFact } from './report';

/** The key, when it can be had without asking anybody. 32 bytes. */
export interface FoundKey extends KeyFact {
  key: Uint8Array | null;
}

export interface KeyPlace {
  keyFile: string;
  /** A file that stands in for the keychain, in tests. */
  testFile: string | null;
  /** Asks the system's keychain; `null` where there is nobody who could: outside the app. */
  openKeychain: ((sealed: Buffer) => string) | null;
}

const keyBytes = 32;

/** Reads and changes nothing: the app's own way puts a file's permissions right, and would hide that they were wrong. */
export function findKey({ keyFile, testFile, openKeychain }: KeyPlace): FoundKey {
  const text = textOf(testFile ?? keyFile);
  if (text === null) return { kind: 'none', readable: false, key: null };
  const [form, rest = ''] = text.trim().split(/:(.*)/s);
  switch (form) {
    case 'plain':
      return found(testFile === null ? 'file' : 'test', Buffer.from(rest, 'base64'));
    case 'keychain':
      return found('keychain', unsealed(rest, openKeychain));
    case 'passphrase':
      return { kind: 'passphrase', readable: false, key: null };
    default:
      return { kind: 'unknown', readable: false, key: null };
  }
}

function found(kind: KeyFact['kind'], key: Buffer | null): FoundKey {
  return key?.length === keyBytes
    ? { kind, readable: true, key: new Uint8Array(key) }
    : { kind, readable: false, key: null };
}

function unsealed(sealed: string, openKeychain: KeyPlace['openKeychain']): Buffer | null {
  try {
    const text = openKeychain?.(Buffer.from(sealed, 'base64'));
    return text === undefined ? null : Buffer.from(text, 'base64');
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
