import { rename, rm, writeFile } from 'node:fs/promises';
import { extname } from 'node:path';

/**
 * Writes a file under the name that was chosen, with the extension where none was given: whole or not at all, so that a full
 * disk leaves neither half a file nor spoils one that was there. Only its owner may read it. Answers the path; throws what the
 * file system throws.
 */
export async function writeWholeFile(
  chosen: string,
  extension: string,
  content: string | Uint8Array,
): Promise<string> {
  const path = extname(chosen) === '' ? `${chosen}.${extension}` : chosen;
  const draft = `${path}.part`;
  try {
    // One that was left by a kill keeps its mode else.
    await rm(draft, { force: true });
    await writeFile(draft, content, { mode: 0o600, flush: true });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return path;
}
