import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { CopyField } from '../../components/copy-field';
import { useSend } from '../../ipc/query';
import { notify } from '../../stores/notifications';
import { size } from '../../theme/tokens';

/** What a licence is ordered for. The window has no clipboard of its own: main copies. */
export function OrganisationId({ id }: { id: string }) {
  const { t } = useTranslation('licence');
  const copy = useSend('app.copyText', { onSuccess: () => notify(t('copied')) });
  return (
    <Box sx={row}>
      <CopyField label={t('organisationId')} value={id} helper={t('organisationIdHelp')} />
      {/* Beside the field, below its label. */}
      <Button onClick={() => copy.mutate({ text: id })} sx={{ height: 40, mt: 6 }}>
        {t('copy')}
      </Button>
    </Box>
  );
}

const row = {
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr) auto',
  alignItems: 'start',
  gap: 2,
  maxWidth: size.dialog,
} as const;
