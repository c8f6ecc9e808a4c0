import { useCallback } from 'react';
import type { FieldError } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { resources, type Texts } from '../i18n/resources';

/** Type of errors that main answered: their message is a finished text, not a key. */
export const serverError = 'server';

export interface FieldProblem {
  text: string;
  /** Main or the password policy refuses it: announced as `alert`, unlike a slip of the pen. */
  refusal: boolean;
}

/** What is wrong with a field, in words: its message is the key of a text in `fields.json`. */
export function useFieldProblem(): (
  error: Pick<FieldError, 'type' | 'message'> | undefined,
) => FieldProblem | null {
  const { t } = useTranslation('fields');
  return useCallback(
    (error) => {
      if (error === undefined) return null;
      const { type, message } = error;
      if (type === serverError) return { text: message ?? t('invalid'), refusal: true };
      if (message === undefined || !isRule(message)) return { text: t('invalid'), refusal: false };
      return { text: t(message), refusal: policy.has(message) };
    },
    [t],
  );
}

const policy = new Set<string>([
  'password.too_short',
  'password.too_long',
  'password.generate',
] satisfies (keyof Texts['fields'])[]);

/** Messages of a schema are plain strings for the compiler; whether one is a key shows at run time. */
function isRule(message: string): message is keyof Texts['fields'] {
  return Object.hasOwn(resources.en.fields, message);
}
