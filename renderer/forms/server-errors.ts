import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';
import type { ErrorCode, WireError } from '../../core/errors/catalogue';
import { serverError } from '../components/field-problem';
import type { RequestError } from '../ipc/client';

/** Which field of a form an error code is about. Codes left out belong to the form as a whole. */
export type ErrorFields<V extends FieldValues> = Partial<Record<ErrorCode, FieldPath<V>>>;

/**
 * Puts what main refused next to the fields it is about. Answers `true` when it found a place for all of it; else
 * the caller shows a `RefusalAlert`.
 */
export function applyServerErrors<V extends FieldValues>(
  form: Pick<UseFormReturn<V>, 'setError' | 'getValues'>,
  { error }: RequestError,
  mapping: ErrorFields<V>,
  text: (error: WireError) => string,
): boolean {
  const field = mapping[error.code];
  if (field !== undefined) {
    form.setError(field, { type: serverError, message: text(error) }, { shouldFocus: true });
    return true;
  }
  if (error.code !== 'request.malformed' || error.data.fields.length === 0) return false;
  const known = Object.keys(form.getValues());
  const placed = error.data.fields.filter(({ path }) => known.includes(path.split('.')[0] ?? ''));
  for (const [index, { path, rule }] of placed.entries()) {
    // The rule is a key of `fields.json`, like the messages of the form's own schema.
    const name = path.split('.')[0] as FieldPath<V>;
    form.setError(name, { type: 'rule', message: rule }, { shouldFocus: index === 0 });
  }
  return placed.length === error.data.fields.length;
}
