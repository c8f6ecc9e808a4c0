import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import type { AppState } from '../../core/contract/app';
import { onEvent } from '../ipc/client';
import { useSend } from '../ipc/query';
import { useEntry } from '../stores/entry';
import { useLanguageChoice } from '../stores/language';
import { forgetNotification } from '../stores/notifications';

/**
 * Cleans up between two people at one window: nothing the last one saw may be left for the next, and the sign-in
 * screen says why a session ended by itself.
 */
export function useSessionEnd(state: AppState | undefined): void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const person = state?.session?.userId ?? null;
  const before = useRef(person);

  useEffect(
    () =>
      onEvent('session.changed', ({ reason, ended }) => {
        if (reason === 'ended' || reason === 'signedOut') useEntry.getState().setEnded(ended);
        // Who unlocks may take their time: what was done before isn't undone by a press then.
        if (reason === 'locked') forgetNotification();
      }),
    [],
  );
  useEffect(
    () =>
      onEvent('app.changed', ({ outcome }) => {
        if (outcome !== null) useEntry.getState().setOutcome(outcome);
      }),
    [],
  );

  useEffect(() => {
    const last = before.current;
    before.current = person;
    if (last === null || last === person) return;
    client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'app.state' });
    client.getMutationCache().clear();
    useLanguageChoice.getState().chooseInSession(null);
    forgetNotification();
    void navigate('/', { replace: true });
  }, [person, client, navigate]);

  useKeepEntryLanguage(state);
}

/** A language picked before signing in becomes the person's own, when they have none yet. */
function useKeepEntryLanguage(state: AppState | undefined): void {
  const { mutate } = useSend('app.setPreferences');
  const atEntry = useLanguageChoice((choice) => choice.atEntry);
  const ready = state?.phase === 'ready';
  const own = state?.session?.preferences.language;
  useEffect(() => {
    if (ready && own === null && atEntry !== null) mutate({ language: atEntry });
  }, [ready, own, atEntry, mutate]);
}
