import {
  base,
  cs_CZ,
  da,
  de,
  en,
  en_GB,
  es,
  Faker,
  fi,
  fr,
  hu,
  it,
  nb_NO,
  nl,
  pl,
  pt_PT,
  sv,
  tr,
} from '@faker-js/faker';

const day = 86_400_000;
const minute = 60_000;

/** All chance of a demo comes from one seed, so that the same command makes the same organisation. */
export function createChance(seed: number) {
  const locales = [de, de, sv, pl, fr, it, nl, da, en_GB, es, pt_PT, tr, cs_CZ, fi, nb_NO, hu];
  const fakers = locales.map(
    (locale, index) => new Faker({ locale: [locale, en, base], seed: seed + index }),
  );
  const dice = new Faker({ locale: [en, base], seed });

  return {
    name(): { first: string; last: string } {
      const faker = dice.helpers.arrayElement(fakers);
      return { first: faker.person.firstName(), last: faker.person.lastName() };
    },
    /** True in `share` of all cases, from 0 to 1. */
    happens: (share: number): boolean => dice.number.float({ min: 0, max: 1 }) < share,
    between: (low: number, high: number): number => dice.number.float({ min: low, max: high }),
    one: <T>(from: readonly T[]): T => dice.helpers.arrayElement([...from]),
    some: <T>(from: readonly T[], count: { min: number; max: number }): T[] =>
      dice.helpers.arrayElements([...from], count),
    /** A moment of a working day (UTC) near `time`, never before `after`, never from `before` on. */
    officeHours(time: number, after: number, before: number): number {
      const midnight = Math.floor(time / day) * day;
      const weekday = new Date(midnight).getUTCDay();
      const shift = weekday === 0 ? day : weekday === 6 ? -day : 0;
      const moment =
        midnight +
        shift +
        dice.number.int({ min: 7 * 60, max: 17 * 60 }) * minute +
        dice.number.int({ min: 0, max: minute });
      return moment > after && moment < before
        ? moment
        : Math.round(after + (before - after) * dice.number.float({ min: 0.2, max: 0.8 }));
    },
  };
}

export type Chance = ReturnType<typeof createChance>;
