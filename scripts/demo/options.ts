import { parseArgs } from 'node:util';

export interface DemoOptions {
  users: number;
  folder: string;
  seed: number;
  language: 'en' | 'de';
}

/** Something the person at the keyboard can put right; shown without a stack. */
export class DemoRefusal extends Error {
  override readonly name = 'DemoRefusal';
}

const most = 200_000;

export function readOptions(args: readonly string[]): DemoOptions {
  const { values } = parse(args);
  return {
    users: wholeNumber('--users', values.users, 5, most),
    folder: values['data-dir'],
    seed: wholeNumber('--seed', values.seed, 0, 2 ** 31),
    language: values.lang === 'de' ? 'de' : 'en',
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        users: { type: 'string', default: '400' },
        'data-dir': { type: 'string', default: '.cache/demo-data' },
        seed: { type: 'string', default: '1' },
        lang: { type: 'string', default: 'en' },
      },
    });
  } catch (error) {
    throw new DemoRefusal(error instanceof Error ? error.message : String(error));
  }
}

function wholeNumber(name: string, text: string, low: number, high: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= low && number <= high) return number;
  throw new DemoRefusal(`${name} takes a whole number from ${low} to ${high}, not "${text}".`);
}
