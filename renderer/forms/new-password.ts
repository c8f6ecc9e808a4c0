import { z } from 'zod';
import { newPassword } from '../../core/contract/fields';

/** A new password typed twice. */
export const passwordPair = { password: newPassword, confirm: z.string() };

/** Adds the check that both are the same. */
export function confirmed<S extends z.ZodType<{ password: string; confirm: string }>>(schema: S) {
  return schema.refine((typed) => typed.password === typed.confirm, {
    path: ['confirm'],
    message: 'password.mismatch',
    // Also while other fields are still wrong, so that everything is said at once.
    when: ({ value }) =>
      z.looseObject({ password: z.string(), confirm: z.string() }).safeParse(value).success,
  });
}

/** Where refusals of a new password belong. */
export function passwordErrors<F extends string>(field: F) {
  return {
    'password.too_short': field,
    'password.too_long': field,
    'password.contains_context': field,
    'password.reused': field,
    'password.common': field,
    'password.generated_only': field,
  } as const;
}
