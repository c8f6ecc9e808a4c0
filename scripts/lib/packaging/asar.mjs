import { closeSync, openSync, readSync } from 'node:fs';

/**
 * The files of an archive, also of those that lie beside it (`app.asar.unpacked`). Its head is four sizes, 32 bits each, and
 * a tree in JSON.
 * @param {string} archive path of an app.asar
 * @returns {string[]} paths within it, `out/main/index.js`
 */
export function filesInArchive(archive) {
  const file = openSync(archive, 'r');
  try {
    const sizes = Buffer.alloc(16);
    readSync(file, sizes, 0, 16, 0);
    const tree = Buffer.alloc(sizes.readUInt32LE(12));
    readSync(file, tree, 0, tree.length, 16);
    return pathsIn(JSON.parse(tree.toString('utf8')), '');
  } finally {
    closeSync(file);
  }
}

/** @typedef {{ files?: Record<string, Node> }} Node a folder has files */

/** @param {Node} node @param {string} path @returns {string[]} */
function pathsIn({ files }, path) {
  if (files === undefined) return [path];
  return Object.entries(files).flatMap(([name, node]) =>
    pathsIn(node, path === '' ? name : `${path}/${name}`),
  );
}
