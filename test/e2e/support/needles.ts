import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync, inflateRawSync } from 'node:zlib';

/** What can be read of a word somewhere on the disk, in the forms programs leave it in. */
function forms(word: string): Buffer[] {
  const cases = [...new Set([word, word.toLowerCase(), word.toUpperCase()])];
  return cases.flatMap((text) => [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'latin1'),
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'utf16le').swap16(),
    Buffer.from(encodeURIComponent(text)),
    Buffer.from(JSON.stringify(text).slice(1, -1)),
    ...base64Forms(text),
  ]);
}

/** A text amid another in base64 begins at one of three places, and its ends depend on what stands beside it. */
function base64Forms(text: string): Buffer[] {
  return [0, 1, 2].map((ahead) => {
    const whole = Buffer.concat([Buffer.alloc(ahead), Buffer.from(text)])
      .toString('base64')
      .replace(/=+$/, '');
    return Buffer.from(whole.slice(ahead === 0 ? 0 : ahead + 1, -1));
  });
}

/** A file as it is, and whatever is packed in it: gzip and zip members. Snappy, as LevelDB packs, leaves words as they are. */
function layers(bytes: Buffer): Buffer[] {
  return [bytes, ...membersOf(bytes, Buffer.from([0x1f, 0x8b, 8]), 0, gunzipSync), ...zipMembers(bytes)];
}

function zipMembers(bytes: Buffer): Buffer[] {
  const header = Buffer.from('PK\x03\x04', 'latin1');
  return placesOf(bytes, header).flatMap((at) => {
    if (at + 30 > bytes.length) return [];
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    return unpacked(() => inflateRawSync(bytes.subarray(start)));
  });
}

function membersOf(bytes: Buffer, begin: Buffer, ahead: number, unpack: (from: Buffer) => Buffer): Buffer[] {
  return placesOf(bytes, begin).flatMap((at) => unpacked(() => unpack(bytes.subarray(at + ahead))));
}

function unpacked(unpack: () => Buffer): Buffer[] {
  try {
    return [unpack()];
  } catch {
    // Bytes that only looked like a beginning.
    return [];
  }
}

function placesOf(bytes: Buffer, begin: Buffer): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(begin); at !== -1; at = bytes.indexOf(begin, at + 1)) places.push(at);
  return places;
}

/** Every file below a folder, links left out. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Which words can be read in which file of a folder; a file that goes away meanwhile held none. */
export function wordsIn(folder: string, words: readonly string[]): string[] {
  const sought = words.map((word) => ({ word, forms: forms(word) }));
  return filesIn(folder).flatMap((path) => {
    const found = unpacked(() => readFileSync(path)).flatMap(layers);
    const has = (form: Buffer) => found.some((bytes) => bytes.includes(form));
    return sought
      .filter((each) => each.forms.some(has))
      .map(({ word }) => `${word} in ${relative(folder, path)}`);
  });
}
