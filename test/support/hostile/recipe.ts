/**
 * A value as JSON can carry it to the page that makes it: what JSON has no word for is an object with the key `$`. The
 * page of a window and the tests in plain Node make the same value of it.
 */
export type Recipe =
  | null
  | boolean
  | number
  | string
  | readonly Recipe[]
  | { readonly [key: string]: Recipe }
  | Made;

/** What `make` knows beyond JSON. `deep`: so many arrays in one another; `shared`: 2 to the power of so many leaves. */
export type Made =
  | {
      readonly $:
        | 'undefined'
        | 'nan'
        | 'infinity'
        | 'minusZero'
        | 'date'
        | 'badDate'
        | 'map'
        | 'set'
        | 'regExp'
        | 'error'
        | 'cycle'
        | 'sparse'
        | 'symbol'
        | 'function'
        | 'throwing'
        | 'proxy'
        | 'promise'
        | 'noPrototype';
    }
  | { readonly $: 'bigint'; readonly of: string }
  | {
      readonly $: 'bytes' | 'buffer' | 'repeat' | 'deep' | 'shared' | 'long';
      readonly of: number;
      readonly text?: string;
    };

/** Made for a request, on the other side. Stands alone: Playwright sends its source to the page. */
export function make(recipe: unknown): unknown {
  if (Array.isArray(recipe)) return recipe.map(make);
  if (typeof recipe !== 'object' || recipe === null) return recipe;
  if (!('$' in recipe)) {
    const made: Record<string, unknown> = {};
    // `__proto__` as a key like any other.
    for (const [key, value] of Object.entries(recipe))
      Object.defineProperty(made, key, {
        value: make(value),
        enumerable: true,
        writable: true,
        configurable: true,
      });
    return made;
  }
  const { $, of = 0, text = 'x' } = recipe as { $: string; of?: number | string; text?: string };
  const count = Number(of);
  switch ($) {
    case 'nan':
      return Number.NaN;
    case 'infinity':
      return Number.POSITIVE_INFINITY;
    case 'minusZero':
      return -0;
    case 'bigint':
      return BigInt(of);
    case 'date':
      return new Date(0);
    case 'badDate':
      return new Date(Number.NaN);
    case 'map':
      return new Map([['id', 1]]);
    case 'set':
      return new Set(['id']);
    case 'regExp':
      return /(a+)+$/;
    case 'error':
      return new Error('made up');
    case 'bytes':
      return new Uint8Array(count);
    case 'buffer':
      return new ArrayBuffer(count);
    case 'repeat':
      return text.repeat(count);
    case 'long':
      return new Array(count).fill(text);
    case 'sparse': {
      const sparse: unknown[] = [];
      // The bridge itself walks every index: a longer one hangs the page that sends it, and nobody else.
      sparse[300_000] = 1;
      return sparse;
    }
    case 'cycle': {
      const cycle: Record<string, unknown> = { id: 'cycle' };
      cycle['self'] = cycle;
      return cycle;
    }
    case 'deep': {
      let deep: unknown = text;
      for (let level = 0; level < count; level++) deep = [deep];
      return deep;
    }
    case 'shared': {
      let shared: unknown = [text];
      for (let level = 0; level < count; level++) shared = [shared, shared];
      return shared;
    }
    case 'symbol':
      return Symbol('id');
    case 'function':
      return () => 'called';
    case 'promise':
      return Promise.resolve('later');
    case 'throwing':
      return {
        get id(): string {
          throw new Error('read');
        },
      };
    case 'proxy':
      return new Proxy(
        {},
        {
          ownKeys(): string[] {
            throw new Error('looked at');
          },
        },
      );
    case 'noPrototype':
      return Object.assign(Object.create(null), { id: 'bare' });
    default:
      return undefined;
  }
}

/** Whether the structured clone refuses it: in plain Node such a one never gets past the bridge. */
export function crosses(value: unknown): { crossed: true; value: unknown } | { crossed: false } {
  try {
    return { crossed: true, value: structuredClone(value) };
  } catch {
    return { crossed: false };
  }
}
