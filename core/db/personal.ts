import { createHash } from 'node:crypto';
import type { Ids, Random } from '../ports';
import type { Statements } from './statements';

/** How change log and audit name a personal value: the value itself lies in `personal_value`, where it can be erased. */
export interface PersonalReference {
  id: string;
  /** SHA-256 of salt and value, hex. */
  hash: string;
}

export interface PersonalValues {
  /** Keeps a value; the same value of the same person is kept once, for as long as it isn't erased. */
  keep(personId: string, value: string): PersonalReference;
  /** All that is kept of a person, or one value. */
  erase(personId: string, value?: string): void;
  /** Values were undone: which are kept is read anew. */
  rewind(): void;
}

const find = 'select id, hash from personal_value where person_id = ? and value = ?';
const insert = 'insert into personal_value (id, person_id, salt, hash, value) values (?, ?, ?, ?, ?)';

const eraseAll = 'delete from personal_value where person_id = ?';
const eraseOne = 'delete from personal_value where person_id = ? and value = ?';

/** One per transaction. */
export function createPersonalValues(deps: {
  statements: Statements;
  ids: Ids;
  random: Random;
}): PersonalValues {
  const kept = new Map<string, PersonalReference>();
  return {
    keep(personId, value) {
      const key = `${personId} ${value}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      const stored = deps.statements.read<PersonalReference>(find).get(personId, value);
      const reference = stored ?? add(personId, value);
      kept.set(key, reference);
      return reference;
    },
    erase(personId, value) {
      if (value === undefined) deps.statements.run(eraseAll, personId);
      else deps.statements.run(eraseOne, personId, value);
      kept.clear();
    },
    rewind: () => kept.clear(),
  };

  function add(personId: string, value: string): PersonalReference {
    const salt = Buffer.from(deps.random.bytes(16)).toString('hex');
    const reference = { id: deps.ids.next(), hash: personalHash(salt, value) };
    deps.statements.run(insert, reference.id, personId, salt, reference.hash, value);
    return reference;
  }
}

/** @param salt 16 random bytes, hex: without them short values could be guessed from the hash. */
export function personalHash(salt: string, value: string): string {
  return createHash('sha256').update(`${salt} ${value}`).digest('hex');
}
