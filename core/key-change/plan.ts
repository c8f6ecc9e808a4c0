import { dirname, join } from 'node:path';

/** What a change of the database's key is about. */
export interface KeyChangePlan {
  databasePath: string;
  /** Both 32 bytes. */
  key: Uint8Array;
  newKey: Uint8Array;
  /** Who changes it. */
  actorId: string;
  /** UTC ms. */
  now: number;
  migrationsFolder: string;
}

/** Where the database under its new key is made ready. */
export function stagedPath(databasePath: string): string {
  return join(dirname(databasePath), 'rekeying', 'atrium.db');
}
