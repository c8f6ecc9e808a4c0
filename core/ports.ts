import type { Language } from './contract/fields';
import type { Certificate } from './contract/mail';
import type { MailSecurity } from './domain/mail';

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
  /** How it is kept. */
  readonly kind: 'keychain' | 'file' | 'test';
  /**
   * The key, or `null` when none was ever kept. Errors: `database.key_missing`, when it is there but can't be read;
   * `key.passphrase_required`.
   */
  read(): Promise<Uint8Array | null>;
  /** All that are kept, that one first: more than one while a change of keys isn't finished. */
  readAll(): Promise<Uint8Array[]>;
  /**
   * Whole or not at all. Whoever changes the database's key keeps both until the change is done: the next start takes the one
   * that fits. A start passphrase stays over them.
   */
  write(...keys: [Uint8Array, ...Uint8Array[]]): Promise<void>;
}

/** A passphrase that is asked at every start, over whatever keeps the key. */
export interface StartPassphrase {
  /** Whether there is one. */
  hasPassphrase(): boolean;
  /** Does the slow part; what it answers lays the new passphrase over the keys, or with `null` takes the one there is away. */
  preparePassphrase(passphrase: string | null): Promise<() => void>;
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
    | { kind: 'audit' }
    | { kind: 'backups' }
    /** The database was found damaged. */
    | { kind: 'health' }
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
  | 'restarted'
  | 'restored';

/** Where the audit chain of a desk ended, as noted outside the database. */
export interface Anchor {
  deskId: string;
  /** The last entry's number, 0 for an empty log, and its hash. */
  n: number;
  hash: string;
  /** When it was noted, and since when notes have been kept without a break: UTC ms. */
  at: number;
  since: number;
}

/** Keeps the anchor where who can write to the database can't just change it along. */
export interface AnchorStore {
  /** `none`: there is none; `foreign`: there is one, but this installation didn't write it like that. */
  read(): Anchor | 'none' | 'foreign';
  /** Whole or not at all. */
  write(anchor: Anchor): void;
}

/** Somebody or something that was erased for good. */
export interface Erasure {
  kind: 'user' | 'invitation' | 'visit';
  id: string;
  /** UTC ms. */
  at: number;
}

/** Up to which of its operations (`change_op`) a database has told its erasures: by number and id. */
export interface ErasureMark {
  n: number;
  opId: string;
}

/** Ids of all that was erased, kept outside the database and its backups, so that none of them brings it back. No names. */
export interface ErasureList {
  /** Oldest first, each once. */
  read(): Erasure[];
  /** The last that was written. */
  mark(): ErasureMark | null;
  /** Adds to the end, and is on the disk when it returns. */
  append(erasures: readonly Erasure[], mark: ErasureMark | null): void;
}

/** A file that grows until it is whole. */
export interface NewFile {
  write(text: string): Promise<void>;
  /** Gives it its name. Answers the path. */
  finish(): Promise<string>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

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

/** How a mail server is reached and signed in to. */
export interface MailServer {
  host: string;
  port: number;
  security: MailSecurity;
  /** Empty: the server asks for none. */
  userName: string;
  password: string;
  /** PEM of the one certificate to trust; `null`: the system's own rules. */
  trustedCertificate: string | null;
}

/** A mail before it is MIME. Addresses are bare, as they are stored. */
export interface Letter {
  messageId: string;
  /** UTC ms. */
  date: number;
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  html: string;
  /** A mail program opens it as something yet to be sent. */
  draft: boolean;
}

/** A certificate a server shows, to be looked at and kept. */
export interface ShownCertificate extends Certificate {
  pem: string;
}

/** Speaks SMTP. What goes wrong is thrown as `MailFailure` (core/services/mail/mail-failure). */
export interface MailTransport {
  /** The mail as it travels: RFC 5322 and MIME, lines ending in CRLF. */
  write(letter: Letter): Promise<Uint8Array>;
  /**
   * Connects, protects and signs in. `patienceMs`: how long the server may take for its answer to a whole mail; its other
   * answers get no more than two minutes.
   */
  connect(server: MailServer, patienceMs: number): Promise<MailConnection>;
  /** The certificate the server shows now, trusted or not. Nothing is sent to it; `null` when it shows none. */
  certificate(server: Pick<MailServer, 'host' | 'port' | 'security'>): Promise<ShownCertificate | null>;
  /** A kept certificate's facts. */
  describe(pem: string): ShownCertificate;
}

/** A connection that is signed in. Mails go one after another. */
export interface MailConnection {
  /** Whether another mail can go over it. */
  readonly usable: boolean;
  /**
   * Sends one mail. `lastByte` runs when all has gone out but what ends it: when it throws, the mail is cut off there, so that
   * the server can't take it, and what it threw is thrown. Answers the server's words.
   */
  send(mail: { from: string; to: string; content: Uint8Array }, lastByte: () => void): Promise<string>;
  /** At once; a mail under way is cut off. */
  close(): void;
}

export type LetterKind = 'invitation' | 'reactivation' | 'test';

/** The texts of mails (resources/mail), to be filled by mustache. */
export interface MailTemplates {
  /** Plain text both, whole. */
  read(language: Language, kind: LetterKind, part: 'subject' | 'text'): string;
  /** The HTML part: the `frame` of all mails takes the `body`, which may take the `offer` of an invitation. */
  html(language: Language, kind: LetterKind): { frame: string; body: string; offer: string };
  /** Names of things. */
  words(language: Language): MailWords;
}

export interface MailWords {
  roles: Record<'three' | 'two', Record<'tenant_admin' | 'site_admin' | 'member', string>>;
  organizationWide: string;
}

/** All that mail needs from outside. */
export interface MailPorts {
  vault: Vault;
  transport: MailTransport;
  templates: MailTemplates;
}
