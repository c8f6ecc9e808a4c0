import { useEffect, useState } from 'react';
import { type Control, type DefaultValues, type FieldValues, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { ErrorCode } from '../../../core/errors/catalogue';
import type { ErrorFields } from '../../forms/server-errors';
import { useRequestForm } from '../../forms/use-request-form';
import { errorData, type RequestError } from '../../ipc/client';
import { notify } from '../../stores/notifications';
import type { Stored, Typed } from './drafts';
import { differing, merged } from './merge';
import { useDraft } from './use-draft';

interface SettingsFormOptions<S extends Stored, V extends Typed, O extends FieldValues> {
  /** Names the draft. */
  page: 'organisation' | 'security' | 'mail' | 'backups';
  /** What is saved, as last heard. */
  current: S;
  reload: () => Promise<S | undefined>;
  valuesOf: (stored: S) => V;
  schema: z.ZodType<O, V>;
  /** Error codes that belong to one field. */
  errorFields?: ErrorFields<V>;
  /** Sends what was made from `base`; answers what is saved since. */
  save: (input: O, base: S) => Promise<S>;
  /** What to say once it is saved. */
  saidOf?: (input: O) => string;
  /** The refusal that somebody else saved first. */
  staleCode: ErrorCode;
  /** Fields that hold a password: not kept when the page is left. */
  secrets?: readonly (keyof V & string)[];
}

/**
 * A settings page as a form with a draft. What it is about has one version, shared by several pages and desks: a change
 * elsewhere moves the draft on by itself, unless it touched the fields of this page. Then saving is refused until the person
 * has seen what stands there now.
 */
export function useSettingsForm<S extends Stored, V extends Typed, O extends FieldValues>(
  options: SettingsFormOptions<S, V, O>,
) {
  const { current, valuesOf, schema, save } = options;
  const { t } = useTranslation('settings');
  const { draft, keep, drop } = useDraft<S, V>(options.page, options.secrets ?? []);
  const [base, setBase] = useState(draft?.base ?? current);
  const [withheld, setWithheld] = useState(draft?.withheld ?? false);
  /** What was heard last when something was saved here: behind, until the event of that is heard. */
  const [behind, setBehind] = useState<S | null>(null);
  /** What was done about a refusal, so that it no longer stands there. */
  const [answered, setAnswered] = useState<Answered | null>(null);
  const saved = valuesOf(base);

  const { form, submit, trySubmit, refusal, pending } = useRequestForm<V, O>({
    schema,
    defaultValues: (draft?.values ?? saved) as DefaultValues<V>,
    errorFields: options.errorFields,
    send: async (input) => {
      if (!changed) return notify(t('form.unchanged'));
      const stored = await save(input, base);
      setBehind(current);
      startFrom(stored);
      notify(options.saidOf?.(input) ?? t('form.saved'));
    },
  });
  const values = { ...saved, ...useWatch({ control: form.control }) } as V;
  const changed = differing(values, saved).length > 0;

  function startFrom(stored: S, typed: V = valuesOf(stored)): void {
    setBase(stored);
    setWithheld(false);
    form.reset(typed);
  }

  useEffect(() => {
    if (changed) keep(base, values);
    else drop();
  });

  useEffect(() => {
    if (current === behind || current.version === base.version) return;
    if (!changed) startFrom(current);
    else if (differing(valuesOf(current), saved).length === 0) setBase(current);
  });

  return {
    // Fields know what is typed, not what the schema makes of it.
    form: form as unknown as {
      control: Control<V>;
      setValue: (field: keyof V & string, value: string) => void;
    },
    submit,
    /** Saves; `false`: something has to be put right first. */
    trySubmit,
    pending,
    values,
    changed,
    /** A password that was typed before the page was left is to be typed again. */
    withheld,
    refusal: refusal === answered?.refusal ? null : refusal,
    /** Set once the person asked for what stands there now: the fields that somebody else had changed. */
    loaded: changed && refusal !== null && refusal === answered?.refusal ? answered.fields : null,
    stale: errorData(refusal, options.staleCode) !== null,
    base,
    discard: () => {
      startFrom(current);
      setAnswered({ refusal, fields: null });
    },
    loadCurrent: async () => {
      const now = await options.reload();
      if (now === undefined) return;
      setAnswered({ refusal, fields: differing(valuesOf(now), saved) });
      startFrom(now, merged(saved, values, valuesOf(now)));
    },
  };
}

interface Answered {
  refusal: RequestError | null;
  fields: string[] | null;
}
