import { readFile, realpath } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { appOrigin } from './origin';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** The file below `root` that an address names, or `null` when it names anything else. Purely by its text. */
export function fileOf(root: string, address: string): string | null {
  let path: string;
  try {
    const { protocol, host, pathname } = new URL(address);
    if (`${protocol}//${host}` !== appOrigin) return null;
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (/[\0\\:]/.test(path) || path.split('/').includes('..')) return null;
  return join(root, normalize(path));
}

export type PageFile = { body: Uint8Array<ArrayBuffer>; type: string };

/** Reads a file of the renderer; `null` when there is none, its type is unknown or a link leads out of the folder. */
export async function readPageFile(root: string, address: string): Promise<PageFile | null> {
  const file = fileOf(root, address);
  const type = file && types[extname(file)];
  if (!file || !type) return null;
  try {
    const [home, target] = await Promise.all([realpath(root), realpath(file)]);
    if (!target.startsWith(home + sep)) return null;
    return { body: new Uint8Array(await readFile(target)), type };
  } catch {
    return null;
  }
}
