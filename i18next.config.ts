import { defineConfig } from 'i18next-cli';

// Used to find bare text and keys that nothing uses. Missing keys don't compile (renderer/i18n/resources.ts), and
// scripts/lib/texts.mjs compares the languages.
export default defineConfig({
  locales: ['en', 'de'],
  extract: {
    input: ['renderer/**/*.{ts,tsx}'],
    output: 'renderer/i18n/locales/{{language}}/{{namespace}}.json',
    defaultNS: 'common',
    primaryLanguage: 'en',
  },
  lint: {
    acceptedTags: 'all',
    checkConcatenation: 'error',
  },
});
