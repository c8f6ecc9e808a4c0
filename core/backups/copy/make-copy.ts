import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { rekey } from '../../db/rekey';
import type { Random } from '../../ports';
import { checkCopy, copyDatabase } from '../copy-database';
import { writingFailure } from '../failure';
import { discard, draftPath, publish, requireRoom } from '../files';
import type { ReadableBackup } from '../read-backup';
import { writeHeader } from './header';
import { wrapKey } from './wrap-key';

export interface CopyOrder {
  databasePath: string;
  key: Uint8Array;
  passphrase: string;
  /** Where it goes; what is there is replaced once the copy is whole. */
  path: string;
}

const reserve = 1024 * 1024;

/**
 * One file for another place, which opens with the passphrase alone: the database under a fresh key, and that key wrapped.
 * Two drafts lie beside it for a moment, so it takes twice the room. What goes wrong leaves no file. Errors: those of
 * `makeBackup`.
 */
export async function makeCopy(
  { databasePath, key, passphrase, path }: CopyOrder,
  random: Random,
): Promise<ReadableBackup> {
  const folder = dirname(path);
  const needed = 2 * (statSync(databasePath, { throwIfNoEntry: false })?.size ?? 0) + reserve;
  requireRoom({ path: folder, own: false }, needed);
  const body = draftPath(`${path}.body`, databasePath);
  const draft = draftPath(path, databasePath);
  // A kill may have left them: nobody else writes under these names.
  for (const file of [body, draft]) discard(file);
  try {
    const freshKey = random.bytes(32);
    copyDatabase(databasePath, key, body);
    rekey(body, key, freshKey);
    const { size, facts } = checkCopy(body, freshKey);
    const header = await wrapKey(freshKey, passphrase, size, random);
    await join(writeHeader(header), body, draft);
    discard(body);
    publish(draft, path);
    return { path, file: path, name: null, size: statSync(path).size, state: 'readable', facts };
  } catch (error) {
    for (const file of [body, draft]) discard(file);
    throw writingFailure(error, folder, needed);
  }
}

async function join(header: Uint8Array, body: string, path: string): Promise<void> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  file.write(header);
  await pipeline(createReadStream(body), file);
}
