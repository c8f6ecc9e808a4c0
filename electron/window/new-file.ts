import { open, rename, rm } from 'node:fs/promises';
import { extname } from 'node:path';
import type { NewFile } from '../../core/ports';

/**
 * A file that is written beside the name it will have, and gets it when it is whole. Only its owner may read it: it holds
 * names. Throws what the file system throws.
 */
export async function createNewFile(chosen: string, extension: string): Promise<NewFile> {
  const path = extname(chosen) === '' ? `${chosen}.${extension}` : chosen;
  const temporary = `${path}.part`;
  const file = await open(temporary, 'w', 0o600);
  // One that was left behind by a kill keeps its mode else.
  await file.chmod(0o600);
  return {
    async write(text) {
      await file.writeFile(text, 'utf8');
    },
    async finish() {
      await file.sync();
      await file.close();
      await rename(temporary, path);
      return path;
    },
    async discard() {
      await file.close();
      await rm(temporary, { force: true });
    },
  };
}
