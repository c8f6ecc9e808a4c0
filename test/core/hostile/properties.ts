import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect } from 'vitest';
import { headerSize, readHeader, writeHeader } from '../../../core/backups/copy/header';
import { bareAddress, maxTyped, readAddresses } from '../../../core/domain/address-list';
import { codeAlphabet, formatCode, readCode } from '../../../core/domain/code';
import { csvText, unguarded } from '../../../core/domain/csv';
import { decodeText } from '../../../core/domain/decode-text';
import { parseEmail } from '../../../core/domain/email';
import { codeLength, invitationLink, parseLink } from '../../../core/domain/invitation';
import { parseName } from '../../../core/domain/name';
import { parseRecoveryKey, recoveryKeyLines } from '../../../core/domain/recovery-key';
import { isAppError } from '../../../core/errors/app-error';
import { readAddressFile } from '../../../core/services/invitations/read-list';
import { readLicence, tokenIn } from '../../../core/services/licence/read-licence';
import { hostileText } from '../../support/hostile/values';
import { developmentKeys, givenClaims, licenceFile } from '../../support/licence/development';

/**
 * What the core makes of text and bytes that somebody else wrote. Each is a property by itself, run some hundred times by
 * `npm test` and by the ten thousand in the long run.
 */

/** Longer than any of these may take, on a machine that does much else. */
const patience = 2000;

/** Done within a bounded time, whatever it is given. */
function soon<T>(act: () => T): T {
  const begun = performance.now();
  const result = act();
  expect(performance.now() - begun).toBeLessThan(patience);
  return result;
}

/** What it answers, or the code of the refusal it means; anything else that is thrown goes on. */
function outcome<T>(act: () => T): { value: T } | { code: string } {
  try {
    return { value: soon(act) };
  } catch (error) {
    if (isAppError(error)) return { code: error.code };
    throw error;
  }
}

/** Pieces that these readers know a meaning of, in any order and number. */
function madeOf(pieces: readonly string[]): fc.Arbitrary<string> {
  return fc
    .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, hostileText), { maxLength: 30 })
    .map((parts) => parts.join(''));
}

/** One piece again and again: what makes a careless reader look at everything as often as there is something. */
function endless(pieces: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...pieces), fc.integer({ min: 1000, max: 30_000 }), fc.constantFrom(...pieces, ''))
    .map(([piece, count, end]) => piece.repeat(Math.ceil(count / Math.max(1, piece.length))) + end);
}

/** A file holds no half of a surrogate pair. */
const storable = hostileText.map((text) => Buffer.from(text).toString());

const listPieces = [
  '<',
  '>',
  '"',
  "'",
  '\\',
  ',',
  ';',
  '\t',
  '\n',
  ' ',
  '.',
  '@',
  'mailto:',
  'a@b.example',
  'x',
  '\uFEFF',
];
const addressPieces = [
  'a',
  'Ä',
  '.',
  '..',
  '@',
  '"',
  '\\',
  '-',
  'xn--',
  'example',
  '[127.0.0.1]',
  '\u200B',
  'K',
  'ﬁ',
  ' ',
];

let signed: Promise<string> | null = null;

export const parsers: Record<string, () => fc.IRawProperty<unknown, boolean>> = {
  'an address is refused by its reason, or its key is one that names itself': () =>
    fc.property(fc.oneof(madeOf(addressPieces), endless(addressPieces)), (typed) => {
      const read = soon(() => parseEmail(typed));
      if (!read.ok) return;
      const { address, key } = read.email;
      expect(key).toMatch(/^[^@\s]+@[a-z0-9.-]+$|^"[^@]*"@[a-z0-9.-]+$/u);
      expect(address + key).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
      expect(parseEmail(key)).toMatchObject({ ok: true, email: { key } });
      expect(parseEmail(address)).toMatchObject({ ok: true, email: { key } });
    }),

  'a name is refused by its reason, or is itself when it is read again and when it is stored': () =>
    fc.property(fc.oneof(hostileText, endless(['a', '\u0301', '\u200D', ' ', '👩‍👩‍👧‍👦'])), (typed) => {
      const read = soon(() => parseName(typed));
      if (!read.ok) return;
      expect(parseName(read.name)).toEqual(read);
      expect(Buffer.from(read.name, 'utf8').toString('utf8')).toBe(read.name);
      expect(read.name).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
    }),

  'a code is what it was, however it is typed, and nothing else is one': () =>
    fc.property(
      fc.string({ unit: fc.constantFrom(...codeAlphabet), minLength: codeLength, maxLength: codeLength }),
      hostileText,
      (code, other) => {
        const typed = formatCode(code).toLowerCase().replaceAll('0', 'o').replaceAll('-', ' – ');
        expect(readCode(typed, codeLength)).toBe(code);
        const read = soon(() => readCode(other, codeLength));
        if (read !== null) expect([...read].every((letter) => codeAlphabet.includes(letter))).toBe(true);
      },
    ),

  'a link is one of ours to the letter, or none': () =>
    fc.property(
      fc.oneof(
        hostileText,
        madeOf([
          'atrium-desk:',
          '//',
          'invitation',
          '/',
          '?',
          '#',
          '%2F',
          '..',
          'A'.repeat(22),
          '-_',
          '@',
          ' ',
        ]),
        endless(['atrium-desk://invitation/', '/', 'A']),
      ),
      (typed) => {
        const token = soon(() => parseLink(typed));
        if (token === null) return;
        expect(token).toMatch(/^[A-Za-z0-9_-]{22,128}$/);
        expect(parseLink(invitationLink(token))).toBe(token);
      },
    ),

  'a pasted list becomes lines no longer than one may be': () =>
    fc.property(fc.oneof(madeOf(listPieces), endless(listPieces)), (text) => {
      for (const typed of soon(() => readAddresses(text))) {
        expect(typed.length).toBeLessThanOrEqual(maxTyped);
        expect(soon(() => bareAddress(typed)).length).toBeLessThanOrEqual(maxTyped);
      }
    }),

  'a file of addresses becomes lines, or is refused by its reason': () =>
    fc.property(
      fc.oneof(
        madeOf([...listPieces, '\r\n', 'E-Mail', 'Name;E-Mail\r\n', '"a""b"']),
        endless([...listPieces, '""', ';;', '\r\n']),
      ),
      (text) => {
        const read = outcome(() => readAddressFile({ text }));
        if ('code' in read) expect(['list.no_addresses', 'list.too_long']).toContain(read.code);
        else expect(read.value.addresses.some((typed) => parseEmail(typed).ok)).toBe(true);
      },
    ),

  'what is written as CSV is read back as it was, and no cell begins as a formula': () =>
    fc.property(
      fc.array(fc.array(storable, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      (rows) => {
        const width = Math.min(...rows.map((row) => row.length));
        const table = rows.map((row) => row.slice(0, width));
        const text = soon(() => csvText(table));
        const cells: string[][] = parse(text, { bom: true, relaxColumnCount: true });
        expect(cells.map((row) => row.map(unguarded))).toEqual(table);
        for (const cell of cells.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
      },
    ),

  'bytes of any kind are a text without NUL, or none': () =>
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array([0xff, 0xfe, ...bytes])),
        fc.uint8Array({ maxLength: 200 }).map((bytes) => new Uint8Array([0xef, 0xbb, 0xbf, ...bytes])),
      ),
      (bytes) => {
        const text = soon(() => decodeText(bytes));
        if (text !== null) expect(text).not.toContain('\0');
      },
    ),

  'a licence that was changed anywhere says what it said, or nothing': () =>
    fc.asyncProperty(
      fc.oneof(
        fc.record({
          at: fc.nat(2000),
          by: fc.oneof(fc.string({ maxLength: 3 }), hostileText),
          cut: fc.nat(3),
        }),
        fc.constant({ at: 0, by: 'eyJhbGciOiJub25lIn0.', cut: 20 }),
      ),
      async ({ at, by, cut }) => {
        signed ??= licenceFile();
        const file = await signed;
        const place = at % file.length;
        const changed = file.slice(0, place) + by + file.slice(place + cut);
        try {
          expect(await readLicence(tokenIn(changed), developmentKeys)).toEqual(givenClaims());
        } catch (error) {
          if (!isAppError(error)) throw error;
          expect(['licence.garbage', 'licence.tampered']).toContain(error.code);
        }
      },
    ),

  'text that is no licence is none, at once': () =>
    fc.property(
      fc.oneof(
        hostileText,
        madeOf(['.', 'e30', 'eyJhbGciOiJFZERTQSJ9', '=', '\n', '_']),
        endless(['a', '.', ' ']),
      ),
      (text) => {
        const read = outcome(() => tokenIn(text));
        if ('code' in read) expect(read.code).toBe('licence.garbage');
      },
    ),

  'a recovery key is what it was, however it is typed; one wrong letter is found': () =>
    fc.property(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.nat(59),
      fc.nat(30),
      hostileText,
      (key, place, other, text) => {
        const letters = recoveryKeyLines(key).join('').replaceAll('-', '');
        expect(parseRecoveryKey(letters.toLowerCase().replaceAll('1', 'l'))).toEqual({ ok: true, key });
        const others = [...codeAlphabet].filter((letter) => letter !== letters[place]);
        const wrong = letters.slice(0, place) + others[other] + letters.slice(place + 1);
        expect(parseRecoveryKey(wrong).ok).toBe(false);
        soon(() => parseRecoveryKey(text));
      },
    ),

  'the head of a copy is whole, or refused by its reason; none asks for more than a computer has': () =>
    fc.property(
      fc.nat(headerSize - 1),
      fc.uint8Array({ maxLength: 12 }),
      fc.nat(headerSize),
      (at, by, cut) => {
        const bytes = Buffer.from(copyHeader());
        bytes.set(by.subarray(0, bytes.length - at), at);
        const head = at % 3 === 0 ? bytes.subarray(0, cut) : bytes;
        const read = outcome(() => readHeader(head));
        if ('code' in read)
          expect(['backup.not_a_copy', 'backup.copy_newer', 'backup.copy_damaged']).toContain(read.code);
        else expect(read.value.cost.memory).toBeLessThanOrEqual(262_144);
      },
    ),
};

function copyHeader(): Buffer {
  return writeHeader({
    cost: { memory: 65_536, passes: 3, lanes: 1 },
    salt: new Uint8Array(16),
    nonce: new Uint8Array(12),
    wrappedKey: new Uint8Array(48),
    bodySize: 4096,
  });
}
