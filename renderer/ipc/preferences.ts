import { useQueryClient } from '@tanstack/react-query';
import type { AppState, Preferences } from '../../core/contract/app';
import { useLanguageChoice } from '../stores/language';
import { requestKey, useSend } from './query';

/** Remembers choices of the signed-in person. They show at once; main's answer is taken over when it comes. */
export function useSavePreferences() {
  const client = useQueryClient();
  const chooseLanguage = useLanguageChoice((choice) => choice.chooseInSession);

  const show = (preferences: Partial<Preferences>): void => {
    client.setQueryData<AppState>(requestKey('app.state', {}), (state) => {
      if (state?.session == null) return state;
      const { session } = state;
      return { ...state, session: { ...session, preferences: { ...session.preferences, ...preferences } } };
    });
  };

  return useSend('app.setPreferences', {
    onMutate: (preferences) => {
      if (preferences.language != null) chooseLanguage(preferences.language);
      show(preferences);
    },
    onSuccess: show,
  });
}
