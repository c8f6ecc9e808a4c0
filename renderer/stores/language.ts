import { create } from 'zustand';
import type { AppState } from '../../core/contract/app';
import type { Language } from '../../core/contract/fields';

interface LanguageChoice {
  /** Chosen on a screen before anybody signed in. */
  atEntry: Language | null;
  /** Chosen by the signed-in person in this window. */
  inSession: Language | null;
  chooseAtEntry(language: Language): void;
  chooseInSession(language: Language | null): void;
}

export const useLanguageChoice = create<LanguageChoice>((set) => ({
  atEntry: null,
  inSession: null,
  chooseAtEntry: (atEntry) => set({ atEntry }),
  chooseInSession: (inSession) => set({ inSession }),
}));

/**
 * What was chosen in this window comes first, or the switch would be dead in a run with `--lang`; then `--lang`,
 * then the person's own choice, then the system's language.
 */
export function languageOf(
  state: AppState | undefined,
  choice: Pick<LanguageChoice, 'atEntry' | 'inSession'>,
): Language {
  if (state === undefined) return choice.atEntry ?? 'en';
  if (state.session === null) return choice.atEntry ?? state.languageOverride ?? state.systemLanguage;
  return (
    choice.inSession ??
    state.languageOverride ??
    state.session.preferences.language ??
    choice.atEntry ??
    state.systemLanguage
  );
}
