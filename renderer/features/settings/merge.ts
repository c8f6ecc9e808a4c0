import type { Typed } from './drafts';

/** The fields whose values differ, by name. */
export function differing<V extends Typed>(one: V, other: V): (keyof V & string)[] {
  return Object.keys(one).filter((field) => one[field] !== other[field]);
}

/** What stands there now, with what was changed since `base` on top. */
export function merged<V extends Typed>(base: V, typed: V, current: V): V {
  const own = Object.fromEntries(differing(typed, base).map((field) => [field, typed[field]]));
  return { ...current, ...own };
}

/** The same with these fields emptied. */
export function withheldFrom<V extends Typed>(typed: V, secrets: readonly (keyof V & string)[]): V {
  return { ...typed, ...Object.fromEntries(secrets.map((field) => [field, ''])) };
}
