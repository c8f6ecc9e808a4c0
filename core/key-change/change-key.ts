import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Background } from '../background/tasks';
import { syncFolder } from '../backups/files';
import { firstPageFits } from '../db/key-check';
import type { AnchorStore, KeyStore } from '../ports';
import type { KeyChangePlan } from './plan';
import { discardStaged, swapStaged } from './staged-database';

interface Parts {
  keyStore: KeyStore;
  background: Background;
}

/**
 * Gives a closed database another key. Whatever moment this is cut off at, the key store holds a key that fits what lies in
 * the database's place, and the next start settles the rest (`settleKeys`): this is what it does, too, when all goes well.
 */
export async function changeKey(plan: KeyChangePlan, { keyStore, background }: Parts): Promise<void> {
  const { databasePath, key, newKey } = plan;
  await background('stageKeyChange', plan);
  try {
    await keyStore.write(key, newKey);
    swapStaged(databasePath);
  } catch (error) {
    // Swapped or not, a start knows by the file which key is the one.
    discardStaged(databasePath);
    throw error;
  }
}

interface Settling extends Parts {
  databasePath: string;
  /** Where backups lie by default. */
  ownFolder: string;
  anchorStore: (key: Uint8Array) => AnchorStore;
  /** How much of the backups is done, 0 to 1. */
  progress: (share: number) => void;
}

/**
 * Before a database is opened whose key store holds more keys than its own: a change of keys is over but for what goes with
 * it. The note of the log's end and the backups follow to the key that fits, then the others are forgotten.
 */
export async function settleKeys(key: Uint8Array, settling: Settling): Promise<void> {
  const { databasePath, ownFolder, keyStore, background, anchorStore, progress } = settling;
  discardStaged(databasePath);
  const others = (await keyStore.readAll()).filter((kept) => !Buffer.from(kept).equals(key));
  if (others.length === 0 || !existsSync(databasePath) || !firstPageFits(databasePath, key)) return;
  // The rename that put this file here may not be on the disk yet.
  syncFolder(dirname(databasePath));
  moveAnchor(others, key, anchorStore);
  progress(0);
  await background('rekeyBackups', { databasePath, ownFolder, from: others, to: key }, (stage) => {
    const [done = 0, all = 1] = stage.split('/').map(Number);
    progress(done / Math.max(1, all));
  });
  await keyStore.write(key);
}

/** The note is vouched for by a key that follows from the database's, where there is no keychain. */
function moveAnchor(others: readonly Uint8Array[], key: Uint8Array, store: Settling['anchorStore']): void {
  if (typeof store(key).read() === 'object') return;
  for (const other of others) {
    const anchor = store(other).read();
    if (typeof anchor === 'object') {
      store(key).write(anchor);
      return;
    }
  }
}
