import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useTranslation } from 'react-i18next';
import { Link as RouterLink } from 'react-router';
import { EntryLayout } from '../../components/entry-layout';
import { LanguageSwitch } from '../../components/language-switch';
import { Rescue } from '../../components/restore/rescue';

export const restorePath = '/restore';

/** Instead of setting up: an organisation comes here from another computer's backup. */
export function RestoreScreen() {
  const { t } = useTranslation('restore');
  return (
    <EntryLayout
      title={t('setUp.title')}
      intro={t('setUp.intro')}
      organisation={null}
      width={480}
      corner={<LanguageSwitch />}
    >
      <Rescue damaged={false} quietWhenEmpty />
      <Box sx={{ mt: 6 }}>
        <Link component={RouterLink} to="/" variant="body2">
          {t('setUp.back')}
        </Link>
      </Box>
    </EntryLayout>
  );
}
