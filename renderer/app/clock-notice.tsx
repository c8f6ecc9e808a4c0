import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { AlertIcon } from '../components/icons';
import { useFormat } from '../i18n/format';
import { useCan } from '../ipc/app-state';
import { useRequest, useSend } from '../ipc/query';

/** A computer's clock that can't be believed, above every page; never in the way. */
export function ClockNotice() {
  const { t } = useTranslation('common');
  const format = useFormat();
  const can = useCan();
  const { data } = useRequest('clock.status', {});
  const confirm = useSend('clock.confirm');
  if (data === undefined || data.trust === 'sound') return null;
  const facts = {
    computer: format.dateTime(data.computerAt),
    known: format.dateTime(data.trust === 'behind' ? data.now : data.lastKnownAt),
  };
  return (
    <Box role="status" sx={strip}>
      <AlertIcon sx={{ flexShrink: 0, color: 'pending' }} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box component="span" sx={{ fontWeight: 'fontWeightBold' }}>
          {t(`clock.${data.trust}`, facts)}
        </Box>{' '}
        {t(`clock.${data.trust}Means`, facts)}
      </Box>
      {data.trust === 'ahead' && can('clock.confirm') && (
        <Button disabled={confirm.isPending} onClick={() => confirm.mutate({})}>
          {t('clock.confirm')}
        </Button>
      )}
    </Box>
  );
}

const strip = {
  display: 'flex',
  alignItems: 'center',
  gap: 2.5,
  flexShrink: 0,
  px: 7,
  py: 2.5,
  borderBottom: 1,
  borderColor: 'line',
  bgcolor: 'pendingTint',
  color: 'ink',
} as const;
