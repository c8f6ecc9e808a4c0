import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isAppError } from '../../core/errors/app-error';
import { ourLanguage, readArguments } from '../../electron/app-folder';
import { fileAnchorStore } from '../../electron/platform/anchor/file-anchor';
import { macKeys } from '../../electron/platform/anchor/mac-key';
import { fileKeyStore } from '../../electron/platform/key-store/file-store';
import { readPlacement, smallestSize } from '../../electron/window/bounds';
import { fileName } from '../../electron/window/file-name';
import { linkAmong } from '../../electron/window/opened-links';
import { tempFolder } from '../support/db';
import { hostileText } from '../support/hostile/values';
import { runSeed, tell } from '../support/seed';

/** What the shell makes of files beside the database, and of arguments, that somebody else wrote. */

const numRuns = 400;
const seed = runSeed();
tell(`files and arguments of the shell: ${numRuns} runs each, seed ${seed}`);

function holds<T>(values: fc.Arbitrary<T>, check: (value: T) => void | Promise<void>): Promise<void> {
  return fc.assert(
    fc.asyncProperty(values, async (value) => check(value)),
    { numRuns, seed },
  );
}

/** Bytes of a file: nothing it should be, or that with something changed in it. */
function fileLike(good: string): fc.Arbitrary<Buffer> {
  return fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
    hostileText.map((text) => Buffer.from(text)),
    fc.jsonValue().map((value) => Buffer.from(JSON.stringify(value))),
    fc
      .tuple(fc.nat(good.length), fc.oneof(hostileText, fc.string({ maxLength: 2 })), fc.nat(20))
      .map(([at, by, cut]) => Buffer.from(good.slice(0, at) + by + good.slice(at + cut))),
  );
}

function givenFile(name: string) {
  const path = join(tempFolder(), name);
  return { path, write: (bytes: Buffer) => writeFileSync(path, bytes, { mode: 0o600 }) };
}

it('a key file holds a key of 32 bytes, or the key is missing: never a new one, never another length', async () => {
  const { path, write } = givenFile('atrium.key');
  await holds(fileLike(`plain:${Buffer.alloc(32, 7).toString('base64')}\n`), async (bytes) => {
    write(bytes);
    try {
      expect((await fileKeyStore(path).read())?.length).toBe(32);
    } catch (error) {
      expect(isAppError(error, 'database.key_missing') && error.data).toEqual({ path });
    }
  });
});

it('a key under a passphrase opens with it, or not, or the key is missing: whatever it says it costs', {
  timeout: 60_000,
}, async () => {
  const { path, write } = givenFile('atrium.key');
  const base64 = (bytes: number) => Buffer.alloc(bytes, 7).toString('base64');
  const costs = [
    '8,1,1',
    '0,0,0',
    '7,1,1',
    '9999999,1,1',
    '64,99,1',
    '64,1,99',
    '64,0,1',
    '64,1,0',
    '8,1,4',
    '-8,1,1',
    '8,1',
  ];
  const layer = fc
    .tuple(fc.constantFrom(...costs), fc.constantFrom(0, 8, 16, 17), fc.constantFrom(0, 12, 13), fc.nat(60))
    .map(
      ([cost, salt, nonce, sealed]) =>
        `passphrase:v1:${cost}:${base64(salt)}:${base64(nonce)}:${base64(sealed)}\n`,
    );
  const changed = fc
    .tuple(layer, fc.nat(90), hostileText)
    .map(([text, at, by]) => text.slice(0, at) + by + text.slice(at + 1));
  await holds(fc.oneof(layer, changed), async (text) => {
    write(Buffer.from(text));
    const store = fileKeyStore(path);
    const locked = store.isLocked();
    try {
      const opened = await store.unlock('nine tin whistles');
      if (locked) expect(opened).toBe(false);
      else await store.read();
    } catch (error) {
      expect(isAppError(error, 'database.key_missing') && error.data).toEqual({ path });
    }
  });
});

it('an anchor that was changed anywhere is foreign', async () => {
  const { path, write } = givenFile('atrium.anchor');
  const store = () => fileAnchorStore(path, macKeys(Buffer.alloc(32, 7), null, 'linux'));
  const anchor = { deskId: 'desk', n: 12, hash: 'ab'.repeat(32), at: 1, since: 1 };
  store().write(anchor);
  const good = readFileSync(path, 'utf8');
  const mac = /"mac":"(\w+)"/.exec(good)?.[1] ?? '';
  const otherMac = hostileText.map((text) =>
    Buffer.from(good.replace(mac, () => JSON.stringify(text.padEnd(64, 'ä').slice(0, 64)).slice(1, -1))),
  );
  await holds(fc.oneof(fileLike(good), otherMac), (bytes) => {
    write(bytes);
    const read = store().read();
    if (typeof read === 'string') expect(read).toBe('foreign');
    else expect(read).toEqual(anchor);
  });
});

it('a window’s place is one that a screen shows, or forgotten', async () => {
  const { path, write } = givenFile('window.json');
  const screens = [{ x: 0, y: 0, width: 1920, height: 1080 }];
  const good = JSON.stringify({ x: 10, y: 10, width: 1280, height: 800, maximized: false });
  const numbers = fc
    .record({
      x: fc.double(),
      y: fc.integer(),
      width: fc.oneof(fc.integer(), fc.constant(1e308)),
      height: fc.constantFrom(800, -1, 0, 2 ** 31),
      maximized: fc.boolean(),
    })
    .map((value) => Buffer.from(JSON.stringify(value)));
  await holds(fc.oneof(fileLike(good), numbers), (bytes) => {
    write(bytes);
    const placement = readPlacement(path, screens);
    if (placement === null) return;
    expect(placement.width).toBeGreaterThanOrEqual(smallestSize.width);
    expect(placement.x + placement.width).toBeLessThanOrEqual(1920);
  });
});

it('arguments of a start give a folder, a language we speak and a link of ours, or none', async () => {
  const argument = fc.oneof(
    hostileText,
    hostileText.map((text) => `--data-dir=${text}`),
    hostileText.map((text) => `--lang=${text}`),
    hostileText.map((text) => `atrium-desk://invitation/${text}`),
    fc.constantFrom(
      '--lang',
      '--lang=de-AT',
      '--data-dir',
      '--',
      '-',
      `atrium-desk://invitation/${'A'.repeat(43)}`,
    ),
  );
  await holds(fc.array(argument, { maxLength: 6 }), (argv) => {
    const { dataDir, language } = readArguments(argv);
    if (dataDir !== null) expect(argv).toContain(`--data-dir=${dataDir}`);
    expect([null, 'en', 'de']).toContain(language);
    expect([null, 'en', 'de']).toContain(ourLanguage(argv[0]));
    const link = linkAmong(argv);
    if (link !== null) expect(link).toMatch(/^atrium-desk:\/\/invitation\/[A-Za-z0-9_-]{22,128}$/);
  });
});

it('a title makes a name for a file that stays in its folder', async () => {
  const folder = tempFolder();
  mkdirSync(folder, { recursive: true });
  await holds(hostileText, (title) => {
    const name = fileName(title);
    expect(name).not.toBe('');
    expect(name).not.toMatch(/[\p{Cc}/\\<>:"|?*]/u);
    expect(join(folder, `${name}.csv`).startsWith(join(folder, name.slice(0, 1)))).toBe(true);
    expect(['.', '..']).not.toContain(name);
  });
});
