import CssBaseline from '@mui/material/CssBaseline';
import { deDE, enUS } from '@mui/material/locale';
import { ThemeProvider } from '@mui/material/styles';
import { type ReactNode, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Theme } from '../../core/contract/fields';
import { RoleModelProvider } from '../i18n/role-name';
import { useAppState } from '../ipc/app-state';
import { languageOf, useLanguageChoice } from '../stores/language';
import { atriumTheme } from '../theme/theme';
import type { Scheme } from '../theme/tokens';

/** Language, theme and the names of roles: what everything on screen is drawn with. */
export function Appearance({ children }: { children: ReactNode }) {
  const { data: state } = useAppState();
  const { i18n } = useTranslation();
  const language = languageOf(state, useLanguageChoice());
  const scheme = useScheme(state?.session?.preferences.theme ?? 'system');
  const density = state?.session?.preferences.density ?? 'comfortable';

  useEffect(() => {
    void i18n.changeLanguage(language);
    document.documentElement.lang = language;
  }, [i18n, language]);

  const theme = useMemo(
    () => atriumTheme({ scheme, density }, language === 'de' ? deDE : enUS),
    [scheme, density, language],
  );
  return (
    <ThemeProvider theme={theme}>
      <CssBaseline />
      <RoleModelProvider value={state?.organisation?.roleModel ?? 'three'}>{children}</RoleModelProvider>
    </ThemeProvider>
  );
}

function useScheme(choice: Theme): Scheme {
  const dark = useMedia('(prefers-color-scheme: dark)');
  const contrast = useMedia('(prefers-contrast: more)');
  if (choice !== 'system') return choice;
  return contrast ? 'contrast' : dark ? 'dark' : 'light';
}

function useMedia(query: string): boolean {
  const media = useMemo(() => window.matchMedia(query), [query]);
  return useSyncExternalStore(
    (changed) => {
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => media.matches,
  );
}
