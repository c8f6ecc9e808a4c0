import type { Language } from '../../core/contract/fields';
import { ourLanguage } from '../app-folder';

/** The first of the person's preferred languages that is one of ours, else English. */
export function systemLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const language = ourLanguage(tag);
    if (language !== null) return language;
  }
  return 'en';
}
