import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { Erasure, ErasureList, ErasureMark } from '../../core/ports';
import { readOwnerFile, syncFolder } from './key-store/key-file';

const header = 'atrium erasures 1\n';
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const erasureLine = new RegExp(`^(user|invitation|visit) (${uuid}) (\\d{1,16})$`);
/** Bytes, and some. */
const longestLine = 256;
const markLine = new RegExp(`^through (\\d{1,16}) (${uuid})$`);

/**
 * The list as lines of a file only its owner may read: `user <id> <UTC ms>`, and after what was erased together
 * `through <operation> <its id>`. Only ever grows at its end; a last line that was cut off is no line, and lines of another
 * version are left as they are.
 */
export function fileErasureList(path: string): ErasureList {
  return {
    read() {
      const erasures = new Map<string, Erasure>();
      for (const line of wholeLines(path)) {
        const [, kind, id, at] = erasureLine.exec(line) ?? [];
        if (kind === undefined || id === undefined || erasures.has(id)) continue;
        erasures.set(id, { kind: kind as Erasure['kind'], id, at: Number(at) });
      }
      return [...erasures.values()];
    },

    mark() {
      const line = wholeLines(path).findLast((found) => markLine.test(found));
      const [, n, opId] = markLine.exec(line ?? '') ?? [];
      return opId === undefined ? null : { n: Number(n), opId };
    },

    append(erasures, mark) {
      const lines = erasures.map(({ kind, id, at }) => `${kind} ${id} ${at}\n`);
      if (mark !== null) lines.push(lineOf(mark));
      if (lines.length > 0) write(path, lines.join(''));
    },
  };
}

function lineOf({ n, opId }: ErasureMark): string {
  return `through ${n} ${opId}\n`;
}

function wholeLines(path: string): string[] {
  const lines = (readOwnerFile(path) ?? '').split('\n');
  // What stands behind the last line's end was cut off, or is nothing.
  return lines.slice(0, -1);
}

function write(path: string, text: string): void {
  const file = openSync(path, constants.O_RDWR | constants.O_CREAT | constants.O_APPEND, 0o600);
  try {
    const end = startAfterWholeLines(file);
    writeFileSync(file, end + text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  chmodSync(path, 0o600);
  syncFolder(dirname(path));
}

/** Leaves whole lines at the end of the file; answers what has to come before the next one. */
function startAfterWholeLines(file: number): string {
  const { size } = fstatSync(file);
  if (size === 0) return header;
  const tail = Buffer.alloc(Math.min(size, longestLine));
  readSync(file, tail, 0, tail.length, size - tail.length);
  const end = tail.lastIndexOf('\n');
  // Not written by us: left as it is.
  if (end === -1) return '\n';
  ftruncateSync(file, size - tail.length + end + 1);
  return '';
}
