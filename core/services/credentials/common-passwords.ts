import { fold } from '../../domain/text';
import type { CommonPasswords } from '../../ports';

/** Letters that a digit or sign is commonly written for. `1` and `!` stand for two, so there are two readings. */
const signs: Record<string, string> = {
  '0': 'o',
  '2': 'z',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '6': 'g',
  '7': 't',
  '8': 'b',
  '9': 'g',
  '@': 'a',
  $: 's',
  '€': 'e',
  '+': 't',
};
const readings = ['i', 'l'].map((one) => ({ ...signs, '1': one, '!': one, '|': one }));

/**
 * The list, one password a line, lower case and without diacritics. Only a whole password counts, never a part of one:
 * "four green umbrellas" is fine although "umbrellas" is on it.
 */
export function parseCommonPasswords(text: string): CommonPasswords {
  const list = new Set(text.split(/\r?\n/).filter((line) => line !== ''));
  const listed = (word: string): boolean => list.has(word) || isRepeated(word);

  /** "monkeymonkey", "monkey-monkey" and "1111111111" are one word, written again and again. */
  function isRepeated(word: string): boolean {
    const letters = word.replace(/[^\p{L}\p{N}]+/gu, '') || word;
    const period = `${letters}${letters}`.indexOf(letters, 1);
    return period < letters.length && (period === 1 || list.has(letters.slice(0, period)));
  }

  /** What is left of a password must be the larger part of it, or what was taken off no better by itself. */
  function isDecorated(core: string, whole: string): boolean {
    return core.length * 2 >= whole.length || list.has(whole.replace(core, ''));
  }

  return {
    has(password) {
      const whole = fold(password);
      return cores(whole).some(
        (core) =>
          isDecorated(core, whole) &&
          (listed(core) || readings.some((reading) => listed(read(core, reading)))),
      );
    },
  };
}

/** The password with nothing taken off, with what surrounds it taken off before, behind, or both. */
function cores(whole: string): string[] {
  const behind = [whole, whole.replace(/[^\p{L}\p{N}]+$/u, ''), whole.replace(/\P{L}+$/u, '')];
  const both = behind.flatMap((text) => [text, text.replace(/^\P{L}+/u, '')]);
  return [...new Set(both)].filter((core) => core !== '');
}

function read(word: string, reading: Record<string, string>): string {
  return [...word].map((letter) => reading[letter] ?? letter).join('');
}
