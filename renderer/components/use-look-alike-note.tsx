import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { mixedScriptsInEmail, mixedScriptsInName } from '../../core/domain/look-alike';
import { useFormat } from '../i18n/format';

/**
 * The line under a field whose text mixes alphabets that look alike: worth a second look, never in the way. `undefined`
 * where nothing is to be said, so that a helper text can stand there.
 */
export function useLookAlikeNote(kind: 'email' | 'name', typed: string): ReactNode | undefined {
  const { t } = useTranslation('hints');
  const format = useFormat();
  const scripts = kind === 'email' ? mixedScriptsInEmail(typed) : mixedScriptsInName(typed);
  if (scripts === null) return undefined;
  const names = format.list(scripts.map((script) => t(`lookAlike.script.${script}`)));
  return (
    <Box component="span" role="status" sx={{ color: 'pending' }}>
      {t(`lookAlike.${kind}`, { scripts: names })}
    </Box>
  );
}
