import type { Database, Tx } from '../db/types';
import type { Announce, Clock, CommonPasswords, Hasher, Ids, LicenceKeys, Random } from '../ports';
import type { InitialPasswords } from './credentials/initial-passwords';
import type { LicenceGate } from './licence/gate';

/** What the services need from outside. */
export interface ServiceDeps {
  db: Database;
  clock: Clock;
  ids: Ids;
  random: Random;
  hasher: Hasher;
  announce: Announce;
  commonPasswords: CommonPasswords;
  licenceKeys: LicenceKeys;
}

/** Keeps the list in step: called in each transaction that changes what it shows. */
export interface DirectoryWriters {
  refreshUser(tx: Tx, userId: string): void;
  /** A reactivation shows on the person's row, which is refreshed too. */
  refreshInvitation(tx: Tx, invitationId: string): void;
  refreshSite(tx: Tx, siteId: string): void;
  noteActivity(tx: Tx, userId: string, at: number): void;
}

/** Keeps the mail of invitations in step: called in the transaction that makes, renews or ends one. */
export interface Outbox {
  /** Writes the mail, when a mail server is set up. It goes to the invitation's stored address, read when its turn comes. */
  enqueue(tx: Tx, mail: { invitationId: string; link: string; code: string }): void;
  /** No mail of this invitation goes out any more, and nothing of it is kept. */
  drop(tx: Tx, invitationId: string): void;
  /** A mail that still waits goes out with this code. */
  renewCode(tx: Tx, invitationId: string, code: string): void;
}

/** What use cases pick their dependencies from. */
export interface UseCaseDeps extends ServiceDeps {
  directory: DirectoryWriters;
  outbox: Outbox;
  licence: LicenceGate;
  initialPasswords: InitialPasswords;
}
