import type { NameProblem } from '../errors/catalogue';
import { hasInvisibleInName } from './text';

export const nameLength = { minimum: 1, maximum: 120 } as const;

export type NameResult = { ok: true; name: string } | { ok: false; problem: NameProblem };

/** A person's, site's or organisation's name: 1–120 characters after trimming (product.md §3), NFC. */
export function parseName(typed: string): NameResult {
  const name = typed.normalize('NFC').trim();
  if (name === '') return { ok: false, problem: 'empty' };
  if ([...name].length > nameLength.maximum) return { ok: false, problem: 'too_long' };
  if (hasInvisibleInName(name)) return { ok: false, problem: 'invisible' };
  return { ok: true, name };
}

/** "Ada Lindqvist" → "AL"; one letter when there is one word; "@" when there is no name yet. */
export function initials(name: string | null): string {
  const words = (name ?? '').split(/[\s-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words[0];
  if (first === undefined) return '@';
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return [first, last]
    .map((word) => (word === undefined ? '' : (/[\p{L}\p{N}]/u.exec(word)?.[0] ?? '')))
    .join('')
    .toLocaleUpperCase();
}
