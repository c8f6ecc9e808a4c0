import { type PasswordContext, passwordProblem } from '../../domain/password';
import type { CommonPasswords, Random } from '../../ports';
import { randomText } from './random-text';

/** No vowels, so that no word comes about; no signs that look alike on paper. */
const alphabet = 'bcdfghjkmnpqrstvwxz23456789';
const groups = 4;
const groupLength = 4;

/** 76 bits in four groups, easy to read out: `h7kq-3mzd-9fxt-bw2r`. Drawn again when it breaks the policy. */
export function generatePassword(
  { random, commonPasswords }: { random: Random; commonPasswords: CommonPasswords },
  context: PasswordContext,
): string {
  for (;;) {
    const letters = randomText(random, alphabet, groups * groupLength);
    const password = letters.match(new RegExp(`.{${groupLength}}`, 'g'))?.join('-') ?? letters;
    if (passwordProblem(password, context) === null && !commonPasswords.has(password)) return password;
  }
}
