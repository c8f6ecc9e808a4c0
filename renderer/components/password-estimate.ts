import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary as common } from '@zxcvbn-ts/language-common';
import germanWords from '@zxcvbn-ts/language-de/src/commonWords.json';
import germanFirstNames from '@zxcvbn-ts/language-de/src/firstnames.json';
import germanLastNames from '@zxcvbn-ts/language-de/src/lastnames.json';
import { dictionary as english } from '@zxcvbn-ts/language-en';

/** Why a password is guessed early; `more`: nothing stands out, it just isn't long or unusual enough. */
export type WeaknessReason =
  | 'common'
  | 'keys'
  | 'repeats'
  | 'sequence'
  | 'dates'
  | 'word'
  | 'names'
  | 'own'
  | 'more';

export interface PasswordEstimate {
  /** 1 (guessed at once) to 4 (out of reach even of somebody who holds its hash). */
  steps: 1 | 2 | 3 | 4;
  /** `null` from 3 steps on. */
  reason: WeaknessReason | null;
}

const reasons: Readonly<Record<string, WeaknessReason>> = {
  topTen: 'common',
  topHundred: 'common',
  common: 'common',
  similarToCommon: 'common',
  straightRow: 'keys',
  keyPattern: 'keys',
  simpleRepeat: 'repeats',
  extendedRepeat: 'repeats',
  sequences: 'sequence',
  recentYears: 'dates',
  dates: 'dates',
  wordByItself: 'word',
  namesByThemselves: 'names',
  commonNames: 'names',
  userInputs: 'own',
};

/** Guesses by English and German words and names: the languages spoken at the desk. */
const guesser = new ZxcvbnFactory({
  dictionary: {
    ...common,
    ...english,
    'commonWords-de': germanWords,
    'firstnames-de': germanFirstNames,
    'lastnames-de': germanLastNames,
  },
  graphs: adjacencyGraphs,
});

/** Needs a few ten milliseconds, and its dictionaries several times that: to be asked in a worker. */
export function estimate(password: string, ownWords: readonly string[]): PasswordEstimate {
  const { score, feedback, sequence } = guesser.check(password, [...ownWords]);
  if (score === 4 || score === 3) return { steps: score, reason: null };
  const steps = score === 2 ? 2 : 1;
  const oneWord = sequence.length === 1 && sequence[0]?.pattern === 'dictionary';
  return { steps, reason: reasons[feedback.warning ?? ''] ?? (oneWord ? 'word' : 'more') };
}
