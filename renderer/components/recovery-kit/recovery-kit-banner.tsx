import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { useCan } from '../../ipc/app-state';
import { useRequest } from '../../ipc/query';
import { size } from '../../theme/tokens';
import { Notice } from '../notice';
import { RefusalAlert } from '../refusal-alert';
import { useRecoveryKit } from './use-recovery-kit';

/** Stays until a recovery code is on paper, for those who can see to it (product.md §10). */
export function RecoveryKitBanner() {
  const { t } = useTranslation('recovery');
  const format = useFormat();
  const allowed = useCan()('recovery.renew');
  const { data } = useRequest('recovery.status', {}, { enabled: allowed });
  const { renew, pending, error, dialog } = useRecoveryKit();
  if (!allowed || data === undefined || data.state === 'ready') return dialog;

  const { usedAt } = data;
  // The code in the open dialog is the one that is missing: about to be printed, not forgotten.
  const state = dialog === null ? data.state : 'none';
  const text =
    state === 'none' && usedAt !== null
      ? t('banner.used', { when: format.date(usedAt) })
      : t(`banner.${state}`);
  return (
    <Box sx={strip}>
      <Notice
        tone="pending"
        action={
          <Button onClick={() => renew()} disabled={pending} sx={{ flexShrink: 0 }}>
            {t('banner.print')}
          </Button>
        }
      >
        {text}
      </Notice>
      <RefusalAlert error={error} />
      {dialog}
    </Box>
  );
}

const strip = { display: 'grid', gap: 2, flexShrink: 0, px: `${size.pagePadding}px`, pt: 4 } as const;
