import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { CopyRow } from '../../components/copy-row';
import { notify } from '../../stores/notifications';
import { size } from '../../theme/tokens';

/** What a licence is ordered for. */
export function OrganisationId({ id }: { id: string }) {
  const { t } = useTranslation('licence');
  return (
    <Box sx={{ maxWidth: size.dialog }}>
      <CopyRow
        label={t('organisationId')}
        value={id}
        copyLabel={t('copy')}
        onCopied={() => notify(t('copied'))}
      />
      <Typography variant="caption" component="p" color="thirdInk" sx={{ mt: 1.5 }}>
        {t('organisationIdHelp')}
      </Typography>
    </Box>
  );
}
