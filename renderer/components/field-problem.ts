import { useCallback } from 'react';
import type { FieldError } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { resources, type Texts } from '../i18n/resources';

/** Type of errors that main answered: their message is a finished text, not a key. */
export const serverError = 'server';

/** What is wrong with a field, in words: its message is the key of a text in `fields.json`. */
export function useFieldText(): (error: Pick<FieldError, 'type' | 'message'> | undefined) => string | null {
  const { t } = useTranslation('fields');
  return useCallback(
    (error) => {
      if (error === undefined) return null;
      const { type, message } = error;
      if (type === serverError) return message ?? t('invalid');
      return message !== undefined && isRule(message) ? t(message) : t('invalid');
    },
    [t],
  );
}

/** Messages of a schema are plain strings for the compiler; whether one is a key shows at run time. */
function isRule(message: string): message is keyof Texts['fields'] {
  return Object.hasOwn(resources.en.fields, message);
}
