import { createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../core/contract/fields';
import { namespaces, resources } from './resources';

/** The texts, bundled: nothing is loaded, so the first painting is complete. */
export function createTexts(language: Language): i18n {
  const texts = createInstance();
  void texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'en',
    ns: namespaces,
    defaultNS: 'common',
    resources,
    initAsync: false,
    // React escapes.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return texts;
}
