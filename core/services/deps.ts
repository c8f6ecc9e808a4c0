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

/** What use cases pick their dependencies from. */
export interface UseCaseDeps extends ServiceDeps {
  directory: DirectoryWriters;
  licence: LicenceGate;
  initialPasswords: InitialPasswords;
}
