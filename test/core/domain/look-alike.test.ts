import { domainToUnicode } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mixedScriptsInEmail, mixedScriptsInName } from '../../../core/domain/look-alike';
import { readableLabel } from '../../../core/domain/punycode';

describe('a name that mixes alphabets within a word', () => {
  test.each([
    ['Аda Lindqvist', ['Latin', 'Cyrillic']], // Cyrillic А
    ['Ada Lindqvіst', ['Latin', 'Cyrillic']], // Ukrainian і
    ['Αda', ['Latin', 'Greek']],
    ['Adο', ['Latin', 'Greek']],
    ['Ꭺda', ['Latin', 'Cherokee']],
    ['Aԁa', ['Latin', 'Cyrillic']],
    ['Օlga', ['Latin', 'Armenian']],
    ['Αлекс', ['Greek', 'Cyrillic']],
  ])('%s: %j', (name, scripts) => expect(mixedScriptsInName(name)).toEqual(scripts));
});

describe('a name that doesn’t', () => {
  test.each([
    ['Ada Lindqvist-Öst'],
    ['Ольга Иванова'],
    ['Ольга Smith'],
    ['Ada O’Neill 3rd'],
    ['Νίκος Παπαδόπουλος'],
    ['田中さんABC'],
    ['タナカ123'],
    ['김철수Kim'],
    ['王小明 Wang'],
    ['سلمى أحمد'],
    ['\u212Aelvin'], // Kelvin sign: a K
    ['ＡｄａLind'], // full-width
    ['n̈o'],
    [''],
  ])('%s', (name) => expect(mixedScriptsInName(name)).toBeNull());
});

describe('an address', () => {
  test.each([
    ['аda@example.org', ['Latin', 'Cyrillic']],
    ['ada+оffice@example.org', ['Latin', 'Cyrillic']],
    ['ada@exаmple.org', ['Latin', 'Cyrillic']],
    ['ada@xn--exmple-4nf.org', ['Latin', 'Cyrillic']],
    ['ada@pay-раде.org', ['Latin', 'Cyrillic']],
    ['"аda lind"@example.org', ['Latin', 'Cyrillic']],
  ])('%s mixes %j', (address, scripts) => expect(mixedScriptsInEmail(address)).toEqual(scripts));

  test.each([
    ['ada.lindqvist+desk@example.org'],
    ['\u212Aelvin@example.org'],
    ['ａｄａ@ｅｘａｍｐｌｅ．ｏｒｇ'],
    ['иван@пример.org'],
    ['иван.smith@example.org'],
    ['ada@bücher.example'],
    ['ada@xn--bcher-kva.example'],
    ['ada@日本abc.jp'],
    ['ada@xn--.org'],
    ['not an address'],
    [''],
  ])('%s doesn’t', (address) => expect(mixedScriptsInEmail(address)).toBeNull());
});

test('a label is read as the platform reads it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'abcxyz019äöéßжияαβ日本語'), minLength: 1, maxLength: 12 }),
      (text) => {
        const ascii = new URL(`http://${text}a.example/`).hostname.split('.')[0] ?? '';
        expect(readableLabel(ascii)).toBe(domainToUnicode(`${ascii}.example`).split('.')[0]);
      },
    ),
    { numRuns: 300 },
  );
  expect(readableLabel('xn--!!!')).toBe('xn--!!!');
  expect(readableLabel('xn--99999999')).toBe('xn--99999999');
});
