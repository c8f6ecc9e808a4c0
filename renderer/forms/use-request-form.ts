import { zodResolver } from '@hookform/resolvers/zod';
import { useState } from 'react';
import { type DefaultValues, type FieldValues, type UseFormReturn, useForm } from 'react-hook-form';
import type { z } from 'zod';
import { useErrorText } from '../i18n/error-text';
import { RequestError } from '../ipc/client';
import { applyServerErrors, type ErrorFields } from './server-errors';

interface RequestFormOptions<I extends FieldValues, O> {
  schema: z.ZodType<O, I>;
  defaultValues: DefaultValues<I>;
  /** Error codes that belong to one field. */
  errorFields?: ErrorFields<I> | undefined;
  /** Sends the form. What it throws is shown at its field or as the form's refusal. */
  send: (values: O) => Promise<unknown>;
}

export interface RequestForm<I extends FieldValues, O> {
  form: UseFormReturn<I, unknown, O>;
  /** For the `<form>`. */
  submit: (event?: React.SyntheticEvent) => void;
  /** The same for what is to follow; answers whether it was sent. */
  trySubmit: () => Promise<boolean>;
  /** A refusal that belongs to no field. */
  refusal: RequestError | null;
  pending: boolean;
}

/** One form, one request: checks by the contract's own schema, then sends, then shows what was refused where it belongs. */
export function useRequestForm<I extends FieldValues, O extends FieldValues>({
  schema,
  defaultValues,
  errorFields = {},
  send,
}: RequestFormOptions<I, O>): RequestForm<I, O> {
  const form = useForm<I, unknown, O>({ resolver: zodResolver(schema), defaultValues });
  const [refusal, setRefusal] = useState<RequestError | null>(null);
  const text = useErrorText();

  const submit = async (event?: React.SyntheticEvent): Promise<boolean> => {
    let sent = false;
    await form.handleSubmit(async (values) => {
      setRefusal(null);
      try {
        await send(values);
        sent = true;
      } catch (error) {
        if (!(error instanceof RequestError)) throw error;
        if (!applyServerErrors(form, error, errorFields, text)) setRefusal(error);
      }
    })(event);
    return sent;
  };
  return {
    form,
    submit: (event) => void submit(event),
    trySubmit: () => submit(),
    refusal,
    pending: form.formState.isSubmitting,
  };
}
