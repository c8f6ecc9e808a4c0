import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEmail } from '../../../core/domain/email';

function keyOf(typed: string): string {
  const result = parseEmail(typed);
  return result.ok ? result.email.key : `refused: ${result.problem}`;
}

describe('addresses that are the same person', () => {
  test.each([
    ['  Ada@Example.ORG ', 'ada@example.org'],
    // The Kelvin sign folds to a k, fullwidth letters to plain ones (NFKC before anything else).
    ['\u212Aelvin@example.org', 'kelvin@example.org'],
    ['ＡＤＡ＠ｅｘａｍｐｌｅ．ｏｒｇ', 'ada@example.org'],
    ['ada@BÜCHER.example', 'ada@xn--bcher-kva.example'],
    ['ada@xn--bcher-kva.example', 'ada@xn--bcher-kva.example'],
    ['ada@bu\u0308cher.example', 'ada@xn--bcher-kva.example'],
    ['ada@例え.テスト', 'ada@xn--r8jz45g.xn--zckzah'],
    ['Zoe\u0308@example.org', 'zoë@example.org'],
    ['ИВАН@ПРИМЕР.example', 'иван@xn--e1afmkfd.example'],
    ['ada@ex\u212Aample.org', 'ada@exkample.org'],
    ['ada@straße.example', 'ada@xn--strae-oqa.example'],
    ['ada@例え。テスト', 'ada@xn--r8jz45g.xn--zckzah'],
    ['ADA+Desk@example.org', 'ada+desk@example.org'],
    ['"Quoted Part"@Example.org', '"quoted part"@example.org'],
    ['"with \\" quote"@example.org', '"with \\" quote"@example.org'],
  ])('%s → %s', (typed, key) => expect(keyOf(typed)).toBe(key));
});

describe('addresses that are different people', () => {
  test.each([
    ['ada+desk@example.org', 'ada@example.org'],
    ['a.da@example.org', 'ada@example.org'],
    ['ada@example.org', 'ada@example.com'],
    ['ada+a@example.org', 'ada+b@example.org'],
    // No equivalence of the unquoted form is assumed: servers differ.
    ['"ada"@example.org', 'ada@example.org'],
    // Look-alikes are other addresses; the form warns of them (look-alike).
    ['\u0430da@example.org', 'ada@example.org'],
    ['ada@stra\u00DFe.example', 'ada@strasse.example'],
  ])('%s and %s', (one, other) => expect(keyOf(one)).not.toBe(keyOf(other)));
});

test('the address stays as typed, only trimmed: mail goes there', () => {
  expect(parseEmail(' Ada.Lind@BÜCHER.example ')).toEqual({
    ok: true,
    email: { address: 'Ada.Lind@BÜCHER.example', key: 'ada.lind@xn--bcher-kva.example' },
  });
});

describe('addresses that are none', () => {
  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['ada', 'at_sign'],
    ['ada@b@example.org', 'at_sign'],
    ['"a@b"@example.org', 'at_sign'],
    ['@example.org', 'local_part'],
    ['a..b@example.org', 'local_part'],
    ['.a@example.org', 'local_part'],
    ['a b@example.org', 'local_part'],
    ['a,b@example.org', 'local_part'],
    ['ada@', 'domain'],
    ['ada@localhost', 'domain'],
    ['ada@-x.org', 'domain'],
    ['ada@x_y.org', 'domain'],
    ['ada@127.0.0.1', 'domain'],
    ['ada@[127.0.0.1]', 'domain'],
    ['ada@example.org/path', 'domain'],
    ['ada@example.org:25', 'domain'],
    ['a\u200Bda@example.org', 'invisible'],
    ['a\u202Eda@example.org', 'invisible'],
    ['ada@exam\u00ADple.org', 'invisible'],
    ['ada\u0000@example.org', 'invisible'],
    [`${'a'.repeat(65)}@example.org`, 'too_long'],
    [`${'ä'.repeat(33)}@example.org`, 'too_long'],
    [`reception.desk@${'abcdefgh.'.repeat(27)}org`, 'too_long'],
    ['a'.repeat(1001), 'too_long'],
    [`${'a'.repeat(1_000_000)}@example.org`, 'too_long'],
    // Short enough as typed, more than 254 octets once the domain is in ASCII.
    [`reception.desk.north@${'äöü.'.repeat(22)}org`, 'too_long'],
    ['"ada@example.org', 'local_part'],
    ['"a"b"@example.org', 'local_part'],
    ['+@', 'domain'],
    ['ada@xn--.org', 'domain'],
  ])('%j: %s', (typed, problem) => expect(parseEmail(typed)).toEqual({ ok: false, problem }));
});

test('what a strict mail server takes is taken', () => {
  for (const typed of [
    "o'neil@example.org",
    '"quoted part"@example.org',
    'x@sub.sub.example.museum',
    'a_b-c=d@example.org',
  ]) {
    expect(parseEmail(typed)).toMatchObject({ ok: true });
  }
  expect(parseEmail(`${'a'.repeat(64)}@example.org`)).toMatchObject({ ok: true });
});

test('no text breaks it, and a key is its own key', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.emailAddress()), (typed) => {
      const result = parseEmail(typed);
      if (result.ok) expect(keyOf(result.email.key)).toBe(result.email.key);
    }),
    { numRuns: 500 },
  );
});
