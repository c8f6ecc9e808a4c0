import { renameSync } from 'node:fs';
import { AppError } from '../../../core/errors/app-error';
import type { KeyStore, StartPassphrase } from '../../../core/ports';
import { readOwnerFile, writeOwnerFile } from './key-file';
import { layerOver, layerPrefix, newLayer, open, type PassphraseLayer, seal } from './passphrase-layer';
import { keyBytes, type Sealer } from './sealers';

/** A key store over which a start passphrase can lie. Once it was given, the run knows what it needs of it. */
export interface LockableKeyStore extends KeyStore, StartPassphrase {
  /** Whether it has to be given before anything can be read. */
  isLocked(): boolean;
  /** Whether it is the right one: then all can be read. Error: `database.key_missing`, when the file is none of ours. */
  unlock(passphrase: string): Promise<boolean>;
  /** A key from elsewhere takes the place of what is here, which is put aside unread. No passphrase lies over it. */
  replace(key: Uint8Array): Promise<void>;
}

interface Parts {
  path: string;
  /** The first writes, all are read. */
  sealers: readonly [Sealer, ...Sealer[]];
  /** For the name of what is put aside. UTC ms. */
  now: () => number;
}

/**
 * The database's key in a file that only its owner may read: a line for each key, sealed by the platform's keychain where that
 * protects, and over all of it the layer of a start passphrase where there is one (docs/decisions/0011).
 */
export function createKeyStore({ path, sealers, now }: Parts): LockableKeyStore {
  const missing = (cause?: unknown) => new AppError('database.key_missing', { path }, { cause });
  let layer: PassphraseLayer | null = null;
  /** How the first key is kept, as read or written last. */
  let kind: KeyStore['kind'] | null = null;

  /** A key file that is there but can't be read is a missing key, never a reason to make a new one. */
  function text(): string | null {
    try {
      return readOwnerFile(path);
    } catch (cause) {
      throw missing(cause);
    }
  }

  const layered = () => text()?.startsWith(layerPrefix) ?? false;

  /** The lines below the passphrase; `null`: nothing was ever kept. */
  function lines(): string | null {
    const kept = text();
    if (!kept?.startsWith(layerPrefix)) return kept;
    if (layer === null) throw new AppError('key.passphrase_required');
    let inner: string | null;
    try {
      inner = open(kept, layer);
    } catch (cause) {
      throw missing(cause);
    }
    if (inner === null) throw missing();
    return inner;
  }

  function keyOf(line: string): { key: Uint8Array; kind: KeyStore['kind'] } {
    const sealer = sealers.find(({ prefix }) => line.startsWith(prefix));
    if (sealer === undefined) throw missing();
    try {
      const key = sealer.open(line.slice(sealer.prefix.length));
      if (key.length === keyBytes) return { key, kind: sealer.kind };
    } catch (cause) {
      throw missing(cause);
    }
    throw missing();
  }

  function readAll(): Uint8Array[] {
    const kept = lines();
    if (kept === null) return [];
    const keys = kept.trim().split('\n').map(keyOf);
    kind = keys[0]?.kind ?? null;
    return keys.map(({ key }) => key);
  }

  function put(keys: readonly Uint8Array[], over: PassphraseLayer | null): void {
    const [sealer] = sealers;
    const written = keys.map((key) => `${sealer.prefix}${sealer.seal(key)}\n`).join('');
    writeOwnerFile(path, over === null ? written : seal(written, over));
    layer = over;
    kind = sealer.kind;
  }

  return {
    get kind() {
      return kind ?? guessKind(text, sealers);
    },
    read: async () => readAll()[0] ?? null,
    readAll: async () => readAll(),
    async write(...keys) {
      // Without the passphrase the layer would be lost.
      if (layered() && layer === null) throw new AppError('key.passphrase_required');
      put(keys, layered() ? layer : null);
    },
    hasPassphrase: layered,
    isLocked: () => layered() && layer === null,
    async unlock(passphrase) {
      const kept = text();
      if (!kept?.startsWith(layerPrefix)) return true;
      let found: PassphraseLayer;
      try {
        found = await layerOver(kept, passphrase);
      } catch (cause) {
        throw missing(cause);
      }
      if (open(kept, found) === null) return false;
      layer = found;
      return true;
    },
    async preparePassphrase(passphrase) {
      const next = passphrase === null ? null : await newLayer(passphrase);
      return () => put(readAll(), next);
    },
    async replace(key) {
      if (text() !== null) renameSync(path, asidePath(path, now()));
      put([key], null);
    },
  };
}

/** Before anything was read: by what the file begins with, else as a new one would be kept. */
function guessKind(text: () => string | null, sealers: Parts['sealers']): KeyStore['kind'] {
  let kept: string | null;
  try {
    kept = text();
  } catch {
    kept = null;
  }
  return (sealers.find(({ prefix }) => kept?.startsWith(prefix)) ?? sealers[0]).kind;
}

/** `atrium.key.before-20261125-181502`. */
function asidePath(path: string, at: number): string {
  const stamp = new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  return `${path}.before-${stamp}`;
}
