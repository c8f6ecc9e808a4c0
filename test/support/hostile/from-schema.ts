import fc from 'fast-check';
import { z } from 'zod';
import { email, id, name, newPassword } from '../../../core/contract/fields';
import type { Recipe } from './recipe';
import { hostileText } from './values';

/** What there is to name in a request: without it every id were a stranger's and every secret dead. */
export interface Known {
  /** Of people, invitations, sites, visits, sessions: right and wrong ones alike. */
  ids: readonly string[];
  /** Codes and links, cursors of earlier answers, passwords: by the name of the field that takes them. */
  texts: Readonly<Record<string, readonly string[]>>;
}

/** A mail server is looked for at this computer alone, whatever a request says. */
export const mailHosts = ['127.0.0.1', 'localhost', '::1'];

const plainName = fc.oneof(
  fc.constantFrom(
    'Ada Lindqvist',
    'Ødegård',
    '李小龙',
    "O'Neill <b>",
    'नमस्ते',
    'عمر',
    'José',
    'Z'.repeat(120),
  ),
  hostileText.filter((text) => name.safeParse(text).success),
);
const plainEmail = fc.oneof(
  fc.nat(999).map((n) => `guest${n}@elsewhere.example`),
  fc.constantFrom(
    'ÄDA@Bücher.example',
    '"odd one"@x.example',
    "o'neill+tag@x.example",
    'ada@nordhaus.example',
  ),
  hostileText.filter((text) => email.safeParse(text).success),
);
const plainPassword = fc.oneof(
  fc.constantFrom('a perfectly fine one', 'пароль длиннее', 'correct horse battery'),
  fc
    .string({ unit: 'grapheme', minLength: 10, maxLength: 40 })
    .filter((text) => newPassword.safeParse(text).success),
);

/** Values of a schema's input: what a well-behaved page could send. */
export function fromSchema(schema: z.ZodType, known: Known): fc.Arbitrary<Recipe> {
  const ids = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...known.ids) },
    { weight: 1, arbitrary: fc.uuid({ version: 7 }) },
  );
  /** Fields that are the same schema everywhere. */
  const shared = new Map<z.ZodType, fc.Arbitrary<Recipe>>([
    [id, ids],
    [email, plainEmail],
    [name, plainName],
    [newPassword, plainPassword],
  ]);

  function of(one: z.ZodType, field: string): fc.Arbitrary<Recipe> {
    const given = shared.get(one);
    if (given !== undefined) return given;
    if (one instanceof z.ZodNullable)
      return fc.oneof({ weight: 2, arbitrary: of(inner(one), field) }, fc.constant(null));
    if (one instanceof z.ZodOptional)
      return fc.oneof(
        { weight: 2, arbitrary: of(inner(one), field) },
        fc.constant<Recipe>({ $: 'undefined' }),
      );
    if (one instanceof z.ZodObject) return object(one);
    if (one instanceof z.ZodArray) return array(one, field);
    if (one instanceof z.ZodUnion)
      return fc.oneof(...one.options.map((option) => of(option as z.ZodType, field)));
    if (one instanceof z.ZodLiteral) return fc.constantFrom(...([...one.values] as Recipe[]));
    if (one instanceof z.ZodEnum) return fc.constantFrom(...(Object.values(one.enum) as Recipe[]));
    if (one instanceof z.ZodBoolean) return fc.boolean();
    if (one instanceof z.ZodNumber) return number(one);
    if (one instanceof z.ZodPipe) return of(one.in as z.ZodType, field);
    if (one instanceof z.ZodString) return text(one, field);
    throw new Error(`No values are made for a field of type ${one.type} (${field}).`);
  }

  function object(one: z.ZodObject): fc.Arbitrary<Recipe> {
    const fields = Object.entries(one.shape).map(
      ([key, value]) => [key, of(value as z.ZodType, key)] as const,
    );
    return fc.record(Object.fromEntries(fields));
  }

  function array(one: z.ZodArray, field: string): fc.Arbitrary<Recipe> {
    const { minItems = 0, maxItems = 5 } = z.toJSONSchema(one, { io: 'input', unrepresentable: 'any' });
    return fc.array(of(one.element as z.ZodType, field), {
      minLength: minItems,
      maxLength: Math.min(maxItems, 5),
    });
  }

  function text(one: z.ZodString, field: string): fc.Arbitrary<Recipe> {
    const { minLength = 0, maxLength = 200 } = z.toJSONSchema(one, { io: 'input', unrepresentable: 'any' });
    if (field === 'host') return fc.constantFrom(...mailHosts);
    const any = hostileText
      .map((typed) => typed.slice(0, maxLength))
      .filter((typed) => typed.length >= minLength);
    const right = known.texts[field] ?? [];
    return right.length === 0 ? any : fc.oneof(any, fc.constantFrom(...right));
  }

  return of(schema, '');
}

function inner(one: z.ZodNullable | z.ZodOptional): z.ZodType {
  return one.unwrap() as z.ZodType;
}

function number(one: z.ZodNumber): fc.Arbitrary<Recipe> {
  const { minimum = -(2 ** 53 - 1), maximum = 2 ** 53 - 1 } = z.toJSONSchema(one);
  const [min, max] = [Math.max(minimum, -(2 ** 53 - 1)), Math.min(maximum, 2 ** 53 - 1)];
  // Versions, page sizes and hours are small where they are right.
  return fc.oneof(
    fc.integer({ min, max: Math.min(max, min + 20) }),
    fc.maxSafeInteger().filter((n) => n >= min && n <= max),
  );
}
