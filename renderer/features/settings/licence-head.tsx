import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { StatusLabel, type StatusTone } from '../../components/status-label';
import { useFormat } from '../../i18n/format';
import type { Licence } from './licence';

const tones: Record<Licence['state'], StatusTone> = {
  active: 'active',
  grace: 'pending',
  readOnly: 'expired',
};

/** The tier, the state as dot and word, and in a sentence what it means. */
export function LicenceHead({ titleId, licence }: { titleId: string; licence: Licence }) {
  const { t } = useTranslation('licence');
  const format = useFormat();
  const { state, tier, licence: file } = licence;
  return (
    <Box>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 4 }}>
        <Typography id={titleId} variant="section" component="h2" noWrap>
          {t('tier', { tier })}
        </Typography>
        <StatusLabel tone={tones[state]} label={t(`state.${state}`)} />
      </Box>
      <Typography color="secondInk" sx={{ mt: 0.5 }}>
        {file === null
          ? t('text.community')
          : t(`text.${state}`, { until: format.date(file.validUntil), grace: format.date(file.graceUntil) })}
      </Typography>
    </Box>
  );
}
