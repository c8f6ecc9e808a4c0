import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { language as languages } from '../../core/contract/fields';
import { useLanguageChoice } from '../stores/language';

/** For screens before anybody signed in: each language by its own name. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation(['common', 'entry']);
  const choose = useLanguageChoice((state) => state.chooseAtEntry);
  return (
    <Box role="group" aria-label={t('entry:well.languages')} sx={{ display: 'flex', gap: 1 }}>
      {languages.options.map((code) => (
        <Button
          key={code}
          variant="text"
          lang={code}
          aria-pressed={i18n.language === code}
          onClick={() => choose(code)}
          sx={{
            height: 28,
            color: 'thirdInk',
            '&[aria-pressed="true"]': { color: 'ink', fontWeight: 'fontWeightBold' },
          }}
        >
          {t(`common:language.${code}`)}
        </Button>
      ))}
    </Box>
  );
}
