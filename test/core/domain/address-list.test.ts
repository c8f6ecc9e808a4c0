import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxTyped, readAddresses } from '../../../core/domain/address-list';
import { csvText, unguarded } from '../../../core/domain/csv';
import { decodeText } from '../../../core/domain/decode-text';
import { parseEmail } from '../../../core/domain/email';

describe('a pasted list', () => {
  it.each([
    ['one to a line', 'a@x.example\nb@x.example\r\nc@x.example'],
    ['between commas, semicolons and tabs', 'a@x.example, b@x.example;c@x.example'],
    ['with nothing but spaces between', 'a@x.example b@x.example  c@x.example'],
    ['in brackets', '<a@x.example>; <b@x.example> <c@x.example>.'],
    ['behind names', 'Ada <a@x.example>, "Bo" <b@x.example>; Cy C. <c@x.example>'],
    ['behind names with a comma', '"Lind, Ada" <a@x.example>, Berg, Bo <b@x.example>,Cy<c@x.example>'],
    ['in quotes', `"a@x.example", 'b@x.example', 'mailto:c@x.example'`],
    ['with gaps', '\uFEFF\n\n  a@x.example ,,;\t;\n \nb@x.example\n\tc@x.example\n,'],
  ])('is read %s', (_how, text) => {
    expect(readAddresses(text)).toEqual(['a@x.example', 'b@x.example', 'c@x.example']);
  });

  it('keeps what is no address, and never makes one of a slip', () => {
    expect(readAddresses('ada\nb@@x.example\njo doe@x.example\nJo jo@x.example')).toEqual([
      'ada',
      'b@@x.example',
      'jo doe@x.example',
      'Jo jo@x.example',
    ]);
    expect(readAddresses(`"open a@x.example\n${'x'.repeat(1000)}`)).toEqual([
      '"open a@x.example',
      'x'.repeat(maxTyped),
    ]);
  });

  it('brings back any addresses in their order, whatever parts them', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'abcß.,;<>" \'+=-_é'.split('')),
      minLength: 1,
      maxLength: 8,
    });
    const local = fc.oneof(
      letters,
      letters.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`),
    );
    const address = fc
      .tuple(local, fc.constantFrom('x.example', 'München.example', 'mail.x-y.example'))
      .map(([name, domain]) => `${name}@${domain}`)
      .filter((typed) => parseEmail(typed).ok && typed === typed.trim());
    const dressed = fc
      .tuple(address, fc.constantFrom('bare', 'brackets', 'named', 'surname'))
      .map(([typed, how]) => ({
        typed,
        text: {
          bare: typed,
          brackets: `<${typed}>`,
          named: `"Lind, A. <b>" <${typed}>`,
          surname: `Lind <${typed}>`,
        }[/[<>]/.test(typed) ? 'bare' : (how as 'bare')],
      }));
    const separator = fc.constantFrom(', ', ';', '\n', '\r\n', '\t', ' ;; \n');
    fc.assert(
      fc.property(fc.array(fc.tuple(dressed, separator)), (list) => {
        const text = list.map(([{ text: shown }, behind]) => shown + behind).join('');
        expect(readAddresses(text)).toEqual(list.map(([{ typed }]) => typed));
      }),
    );
  });

  it('takes any text, and answers no line longer than it may be sent', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), (text) => {
        for (const line of readAddresses(text)) {
          expect(line.length).toBeLessThanOrEqual(maxTyped);
          expect(line.trim()).not.toBe('');
        }
      }),
    );
  });
});

describe('a saved list', () => {
  it('quotes every cell and makes text of a formula, which is taken off again', () => {
    expect(
      csvText([
        ['=1+1', 'say "hi"'],
        ['+a@x.example', "'quoted"],
      ]),
    ).toBe('\uFEFF"\'=1+1","say ""hi"""\r\n"\'+a@x.example","\'\'quoted"\r\n');
    fc.assert(
      fc.property(fc.string(), (cell) => {
        const written = csvText([[cell]])
          .slice(2, -3)
          .replaceAll('""', '"');
        expect(unguarded(written)).toBe(cell);
      }),
    );
  });
});

describe('a file', () => {
  const text = 'Jörg;jörg@bücher.example';
  const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, little end first', utf16],
    ['UTF-16, big end first', Buffer.from(utf16).swap16()],
    ['Latin-1', Buffer.from(text, 'latin1')],
  ])('in %s is read', (_encoding, bytes) => {
    expect(decodeText(bytes)).toBe(text);
  });

  it('that is no text is told from one', () => {
    expect(decodeText(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 8, 0]))).toBeNull();
  });
});
