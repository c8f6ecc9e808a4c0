import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeAlphabet } from '../../../core/domain/code';
import { parseRecoveryKey, recoveryKeyLines } from '../../../core/domain/recovery-key';

const keys = fc.uint8Array({ minLength: 32, maxLength: 32 });
const written = (key: Uint8Array) => recoveryKeyLines(key).join('\n');

/** As people copy from paper: their case, blanks and dashes, and letters that look alike. */
function carelessly(text: string, choices: readonly number[]): string {
  const alike: Record<string, string[]> = { '0': ['0', 'O', 'o'], '1': ['1', 'I', 'i', 'L', 'l'] };
  return [...text]
    .map((letter, index) => {
      const choice = choices[index % choices.length] ?? 0;
      if (letter === '-' || letter === '\n') return ['-', ' ', '', '\n', ' – '][choice % 5];
      const forms = alike[letter] ?? [letter, letter.toLowerCase()];
      return forms[choice % forms.length];
    })
    .join('');
}

describe('the database’s key on paper', () => {
  it('is four lines of three groups of five letters nobody mistakes', () => {
    expect(recoveryKeyLines(new Uint8Array(32).map((_, index) => index * 7))).toEqual([
      expect.stringMatching(/^([0-9A-HJKMNP-TV-Z]{5}-){2}[0-9A-HJKMNP-TV-Z]{5}$/),
      expect.any(String),
      expect.any(String),
      expect.any(String),
    ]);
    expect(() => recoveryKeyLines(new Uint8Array(31))).toThrow('32 bytes');
  });

  it('is read back however it is typed', () => {
    fc.assert(
      fc.property(keys, fc.array(fc.nat(30), { minLength: 1, maxLength: 40 }), (key, choices) => {
        expect(parseRecoveryKey(carelessly(written(key), choices))).toEqual({ ok: true, key });
      }),
    );
  });

  it('with one wrong letter, or two that changed places, is told by its line', () => {
    const places = fc.nat(59);
    fc.assert(
      fc.property(keys, places, fc.integer({ min: 1, max: 31 }), (key, place, away) => {
        const all = [...written(key).replace(/[-\n]/g, '')];
        const right = codeAlphabet.indexOf(all[place] ?? '');
        all[place] = codeAlphabet.charAt((right + away) % 32);
        expect(parseRecoveryKey(all.join(''))).toEqual({
          ok: false,
          problem: { kind: 'line', line: Math.floor(place / 15) + 1 },
        });
      }),
    );
    fc.assert(
      fc.property(keys, places, (key, place) => {
        const all = [...written(key).replace(/[-\n]/g, '')];
        const [here = '', next = ''] = [all[place], all[place + 1]];
        fc.pre(place % 15 !== 14 && here !== next);
        all.splice(place, 2, next, here);
        expect(parseRecoveryKey(all.join(''))).toMatchObject({ ok: false, problem: { kind: 'line' } });
      }),
    );
  });

  it('with lines in another order is refused', () => {
    fc.assert(
      fc.property(keys, fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), (key, order) => {
        const lines = recoveryKeyLines(key);
        const mixed = order.map((line) => lines[line]).join(' ');
        fc.pre(mixed !== lines.join(' '));
        expect(parseRecoveryKey(mixed).ok).toBe(false);
      }),
    );
  });

  it('says how many letters there are, and which one is never in a key', () => {
    const key = new Uint8Array(32).fill(5);
    expect(parseRecoveryKey(written(key).slice(0, -2))).toEqual({
      ok: false,
      problem: { kind: 'length', letters: 58 },
    });
    const all = [...written(key).replace(/[-\n]/g, '')];
    all[31] = 'U';
    expect(parseRecoveryKey(all.join(''))).toEqual({
      ok: false,
      problem: { kind: 'letter', letter: 'U', line: 3 },
    });
    expect(parseRecoveryKey('')).toEqual({ ok: false, problem: { kind: 'length', letters: 0 } });
    expect(parseRecoveryKey('😀'.repeat(200))).toMatchObject({ problem: { kind: 'letter', line: 1 } });
  });
});
