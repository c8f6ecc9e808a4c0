import { describe, expect, it } from 'vitest';
import { estimate } from '../../renderer/components/password-estimate';

describe('how easily a password is guessed', () => {
  it.each([
    ['password12', 'common'],
    ['qwertzuiopü', 'keys'],
    ['aaaaaaaaaaaa', 'repeats'],
    ['abcdefghijkl', 'sequence'],
    ['schmetterling', 'word'],
  ] as const)('%s is guessed at once, because: %s', (password, reason) => {
    expect(estimate(password, [])).toEqual({ steps: 1, reason });
  });

  it.each(['quiet lamp at seven', 'einhorn und regenbogen', 'h7kq-3mzd-9fxt-bw2r'])(
    '%s is out of reach',
    (password) => {
      expect(estimate(password, [])).toEqual({ steps: 4, reason: null });
    },
  );

  it('counts words of the person’s own as guessed first', () => {
    const free = estimate('Veldhuizen kade', []);
    const own = estimate('Veldhuizen kade', ['Veldhuizen', 'Kade']);
    expect(own.steps).toBeLessThan(free.steps);
  });
});
