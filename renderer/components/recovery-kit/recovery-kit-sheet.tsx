import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { useRoleName } from '../../i18n/role-name';

interface RecoveryKitSheetProps {
  organisation: string;
  code: string;
  createdAt: number;
}

/** The sheet that lies in the safe (A4): somebody who never saw the app must find their way by it. */
export function RecoveryKitSheet({ organisation, code, createdAt }: RecoveryKitSheetProps) {
  const { t } = useTranslation('recovery');
  const format = useFormat();
  const role = useRoleName()('tenant_admin');
  return (
    <Box sx={{ overflowWrap: 'anywhere' }}>
      <Typography variant="section" component="p">
        {organisation}
      </Typography>
      <Typography variant="figure" component="h1">
        {t('sheet.title')}
      </Typography>
      <Typography color="secondInk">{t('sheet.made', { when: format.dateTime(createdAt) })}</Typography>
      <Box sx={box}>
        <Typography variant="label">{t('sheet.code')}</Typography>
        <Typography variant="figure" component="p" sx={{ mt: 1 }}>
          {code}
        </Typography>
      </Box>
      <Part title={t('sheet.howHead')}>
        <Box component="ol" sx={list}>
          <li>{t('sheet.how1')}</li>
          <li>{t('sheet.how2')}</li>
          <li>{t('sheet.how3')}</li>
          <li>{t('sheet.how4')}</li>
        </Box>
      </Part>
      <Part title={t('sheet.canHead')}>
        <Box component="ul" sx={list}>
          <li>{t('sheet.can1', { role })}</li>
          <li>{t('sheet.can2')}</li>
        </Box>
      </Part>
      <Part title={t('sheet.cannotHead')}>
        <Box component="ul" sx={list}>
          <li>{t('sheet.cannot1')}</li>
          <li>{t('sheet.cannot2')}</li>
        </Box>
      </Part>
      <Part title={t('sheet.keepHead')}>
        <Typography>{t('sheet.keep')}</Typography>
      </Part>
    </Box>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ mt: 6, breakInside: 'avoid' }}>
      <Typography id={id} variant="section" component="h2" sx={{ mb: 1 }}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}

const box = { border: 2, borderColor: 'ink', borderRadius: 1, px: 6, py: 5, mt: 6 } as const;
const list = { m: 0, pl: 5, '& li': { mb: 1 } } as const;
