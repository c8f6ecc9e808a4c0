/** What the core needs from outside, injected so that tests and the shell decide. */

export interface Clock {
  /** UTC ms. */
  now(): number;
}

export interface Ids {
  /** UUIDv7. */
  next(): string;
}

/** Cryptographic randomness. */
export interface Random {
  bytes(count: number): Uint8Array;
}

export interface Hasher {
  /** argon2id string with its parameters. Off the main thread. */
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
  /** The stored parameters are below today's: hash again at the next sign-in. */
  needsRehash(hash: string): boolean;
}

/** Keeps the database's key (32 bytes). Implementations: platform keychain, owner-only file, test file. */
export interface KeyStore {
  readonly kind: 'keychain' | 'file' | 'test';
  /** The key, or `null` when none was ever kept. Throws `database.key_missing` when it is there but can't be read. */
  read(): Promise<Uint8Array | null>;
  write(key: Uint8Array): Promise<void>;
}

/** Tells windows what changed. Called after a commit. */
export type Announce = (
  change:
    | { kind: 'directory' }
    | { kind: 'sites' }
    | { kind: 'organisation' }
    /** What somebody is called: their own windows say it, whatever else those may see. */
    | { kind: 'account'; userId: string }
    | { kind: 'visits' }
    | { kind: 'licence' }
    | { kind: 'clock' }
    | { kind: 'mail' }
    /** Sessions that are over: their windows go to the sign-in screen at once. */
    | { kind: 'sessionsEnded'; sessionIds: readonly string[]; why: SessionEnd },
) => void;

export type SessionEnd =
  | 'signedOut'
  | 'deactivated'
  | 'passwordReset'
  | 'applyNow'
  | 'expired'
  | 'signedOutEverywhere'
  | 'deleted'
  | 'emailChanged'
  | 'reused'
  | 'restarted';

/** Checks who signed a licence. The keys come with the build; an unpackaged one also knows the development key. */
export interface LicenceKeys {
  /** Public keys as PEM (SPKI, Ed25519); empty: this build takes no licence. */
  readonly publicKeys: readonly string[];
}

/** The offline list of common passwords (resources/passwords). */
export interface CommonPasswords {
  /** Whether the password is on it, as it is or in a common disguise (capitals, digits for letters, digits around it). */
  has(password: string): boolean;
}

/** Seals a secret with the platform's keychain before it is kept in the database, which is encrypted anyway. */
export interface Vault {
  /** `database`: the platform has no keychain that protects, so the database's own encryption has to do. */
  readonly kind: 'keychain' | 'database';
  seal(secret: string): string;
  /** `null`: this keychain can't open it (another computer's, or it was reset). */
  open(sealed: string): string | null;
}
