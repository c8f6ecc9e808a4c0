import { useEffect, useState } from 'react';
import { type Control, type DefaultValues, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { useRequestForm } from '../../forms/use-request-form';
import { useSession } from '../../ipc/app-state';
import { errorData, type RequestError } from '../../ipc/client';
import { notify } from '../../stores/notifications';
import { type Draft, draftKey, type Organisation, type Typed, useDrafts } from './drafts';
import { differing, merged } from './merge';

interface SettingsFormOptions<V extends Typed, O> {
  /** Names the draft. */
  page: 'organisation' | 'security';
  /** What is saved, as last heard. */
  current: Organisation;
  reload: () => Promise<Organisation | undefined>;
  valuesOf: (organisation: Organisation) => V;
  schema: z.ZodType<O, V>;
  save: (input: O & { version: number }) => Promise<{ version: number }>;
}

/**
 * A settings page as a form with a draft. The organisation is one row with one version, shared by several pages and
 * desks: a change elsewhere moves the draft on by itself, unless it touched the fields of this page. Then saving is
 * refused until the person has seen what stands there now.
 */
export function useSettingsForm<V extends Typed, O extends Partial<Organisation>>(
  options: SettingsFormOptions<V, O>,
) {
  const { current, valuesOf, schema, save } = options;
  const { t } = useTranslation('settings');
  const { draft, keep, drop } = useDraft(options.page);
  const [base, setBase] = useState(draft?.base ?? current);
  /** What was done about a refusal, so that it no longer stands there. */
  const [answered, setAnswered] = useState<Answered | null>(null);
  const saved = valuesOf(base);

  const { form, submit, refusal, pending } = useRequestForm<V, O>({
    schema,
    defaultValues: (draft?.values ?? saved) as DefaultValues<V>,
    send: async (input) => {
      if (!changed) return notify(t('form.unchanged'));
      const { version } = await save({ ...input, version: base.version });
      startFrom({ ...base, ...input, version });
      notify(t('form.saved'));
    },
  });
  const values = { ...saved, ...useWatch({ control: form.control }) } as V;
  const changed = differing(values, saved).length > 0;

  function startFrom(organisation: Organisation, typed: V = valuesOf(organisation)): void {
    setBase(organisation);
    form.reset(typed);
  }

  useEffect(() => {
    if (changed) keep({ base, values });
    else drop();
  });

  useEffect(() => {
    // Behind after an own save, for the moment until its event is heard.
    if (current.version <= base.version) return;
    if (!changed) startFrom(current);
    else if (differing(valuesOf(current), saved).length === 0) setBase(current);
  });

  return {
    // Fields know what is typed, not what the schema makes of it.
    control: form.control as unknown as Control<V>,
    submit,
    pending,
    values,
    changed,
    refusal: refusal === answered?.refusal ? null : refusal,
    /** Set once the person asked for what stands there now: the fields that somebody else had changed. */
    loaded: changed && refusal !== null && refusal === answered?.refusal ? answered.fields : null,
    stale: errorData(refusal, 'organisation.changed_meanwhile') !== null,
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

function useDraft(page: string) {
  const key = draftKey(useSession().userId, page);
  const { drafts, keep, drop } = useDrafts();
  return {
    draft: drafts[key],
    keep: (draft: Draft) => {
      const kept = drafts[key];
      if (kept?.base === draft.base && differing(kept.values, draft.values).length === 0) return;
      keep(key, draft);
    },
    drop: () => drop(key),
  };
}
