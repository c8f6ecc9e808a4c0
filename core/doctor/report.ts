/**
 * What the doctor found, without anything personal: no name, no address, no path, no key. It is what the support bundle holds, so
 * that nothing has to be taken out of it. Moments are UTC ms, sizes bytes.
 */
export interface Report {
  madeAt: number;
  versions: {
    app: string;
    electron: string | null;
    node: string;
    chromium: string | null;
    sqlite: string;
    cipher: string;
  };
  system: {
    platform: string;
    release: string;
    architecture: string;
    processors: number;
    memory: number;
  };
  clock: {
    now: number;
    /** Minutes by which local time is ahead of UTC. */
    offset: number;
    /** The latest moment this desk remembers; `null`: not known. */
    mark: number | null;
  };
  disk: { free: number; total: number } | null;
  files: FileFact[];
  /** What nobody of us put there, and whose name may be anything. */
  others: { count: number; bytes: number };
  key: KeyFact;
  database: DatabaseFact;
  backups: {
    /** Newest first. */
    found: BackupFact[];
    /** Whether they go to a folder of the person's choice. */
    elsewhere: boolean;
    /** Whether that folder can be read; else `found` is what lies in the data folder. */
    reachable: boolean;
  };
  /** The last of the log, newest first. */
  faults: LogFact[];
  findings: Finding[];
}

export interface FileFact {
  /** Within the data folder, one of our own names. */
  name: string;
  bytes: number;
  /** As `0600`; `null` where the system has none. */
  mode: string | null;
  /** Whether it belongs to who asks. */
  own: boolean;
}

export interface KeyFact {
  /** `test`: a stand-in for the keychain. `none`: there is no key. `unknown`: in a form that this version doesn't know. */
  kind: 'file' | 'keychain' | 'passphrase' | 'test' | 'none' | 'unknown';
  /** Whether it could be had without asking anybody. */
  readable: boolean;
}

export type DatabaseFact =
  | { state: 'none' }
  /** Not looked into. */
  | { state: 'closed'; why: 'no_key' | 'not_own' }
  /** `code`: as the app itself would refuse it, or SQLite's. */
  | { state: 'refused'; code: string }
  | ({ state: 'open' } & Examined);

export interface Examined {
  /** Migrations in the file, and those this version knows. */
  schema: { found: number; known: number; latest: string | null };
  /** Empty when all is well; tables and indexes by name, never a value. */
  integrity: string[];
  /** Rows whose parent is gone. */
  orphans: number;
  audit: {
    entries: number;
    /** The first entry that doesn't hold. */
    problem: { kind: string; n: number } | null;
    /** What is kept of its end outside. `unread`: only the app can tell. */
    anchor: 'kept' | 'none' | 'foreign' | 'unread';
  };
  rows: Record<string, number>;
  /** How long looking took, ms. */
  took: number;
}

export interface BackupFact {
  kind: string;
  at: number;
  bytes: number;
}

export interface LogFact {
  at: string;
  /** `fault` or the name of an event. */
  what: string;
  where: string | null;
  code: string | null;
}

export interface Finding {
  /** `wrong` has to be put right, `note` is worth knowing. */
  severity: 'wrong' | 'note';
  code: string;
  /** What is wrong, and what to do. */
  text: string;
}
