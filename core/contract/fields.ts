import { z } from 'zod';
import { parseEmail } from '../domain/email';
import { nameLength, parseName } from '../domain/name';
import { passwordLength } from '../domain/password';
import { roleModels, roles } from '../domain/role';

/**
 * The fields forms and requests share. A failed check's message is the key of a text (`fields.<key>`),
 * so that the window can say what is wrong next to the field.
 */

/** UUIDv7 as the desk makes them. */
export const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'id');

/** An address as typed; main derives the key. Answers the text as it came, so the field keeps what was typed. */
export const email = z
  .string()
  .max(2000, 'email.too_long')
  .superRefine((typed, context) => {
    const result = parseEmail(typed);
    if (!result.ok) context.addIssue({ code: 'custom', message: `email.${result.problem}` });
  });

/** A display, site or organisation name. Answers the trimmed, NFC-normalised name. */
export const name = z
  .string()
  .max(nameLength.maximum * 10, 'name.too_long')
  .transform((typed, context) => {
    const result = parseName(typed);
    if (result.ok) return result.name;
    context.addIssue({ code: 'custom', message: `name.${result.problem}` });
    return z.NEVER;
  });

/** A new password: the length is checked here, context and history in main, where they are known. */
export const newPassword = z
  .string()
  .max(passwordLength.maximum * 10, 'password.too_long')
  .refine((typed) => [...typed.normalize('NFC')].length >= passwordLength.minimum, 'password.too_short')
  .refine((typed) => [...typed.normalize('NFC')].length <= passwordLength.maximum, 'password.too_long');

/** A password somebody claims to know: any text, bounded. */
export const claimedPassword = z
  .string()
  .min(1, 'required')
  .max(passwordLength.maximum * 10, 'password.too_long');

export const role = z.enum(roles);
export const roleModel = z.enum(roleModels);
export const language = z.enum(['en', 'de']);
export const theme = z.enum(['system', 'light', 'dark', 'contrast']);
export type Language = z.infer<typeof language>;
export type Theme = z.infer<typeof theme>;

export const siteIds = z.array(id).max(1000);

/** UTC milliseconds. */
export const timestamp = z.number().int();

/** A moment somebody chose, up to the end of the year 9999: dates end somewhere, and what is reckoned from it must fit. */
export const moment = timestamp.min(0).max(253_402_300_799_999);

/** Optimistic version of a row: an edit names the version it was made from. */
export const version = z.number().int().nonnegative();

export const nothing = z.strictObject({});
