import { describe, expect, it } from 'vitest';
import { createArgon2Hasher } from '../../../core/services/hashing/argon2-hasher';

describe('the hasher', () => {
  it('makes argon2id at OWASP’s parameters, salted, and verifies it', async () => {
    const hasher = createArgon2Hasher();
    const [hash, again] = await Promise.all([
      hasher.hash('seven quiet ferns'),
      hasher.hash('seven quiet ferns'),
    ]);
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,p=1,t=2\$|^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(hash).not.toBe(again);
    expect(await hasher.verify(hash, 'seven quiet ferns')).toBe(true);
    expect(await hasher.verify(hash, 'seven quiet fern')).toBe(false);
    expect(hasher.needsRehash(hash)).toBe(false);
  });

  it('never truncates: the last of a thousand characters counts', async () => {
    const hasher = createArgon2Hasher();
    const long = 'x'.repeat(999);
    expect(await hasher.verify(await hasher.hash(`${long}a`), `${long}b`)).toBe(false);
  });

  it('wants a rehash when the parameters rise', async () => {
    const hash = await createArgon2Hasher().hash('seven quiet ferns');
    const risen = createArgon2Hasher({ memoryCost: 32_768, timeCost: 3, parallelism: 1 });
    expect(risen.needsRehash(hash)).toBe(true);
    expect(await risen.verify(hash, 'seven quiet ferns')).toBe(true);
  });

  it('leaves the thread free while it works', async () => {
    const hashing = createArgon2Hasher().hash('seven quiet ferns');
    let turns = 0;
    const ticking = setInterval(() => {
      turns += 1;
    }, 1);
    await hashing;
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(0);
  });
});
