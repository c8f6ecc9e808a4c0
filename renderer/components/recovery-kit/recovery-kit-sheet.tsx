import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format';
import { useRoleName } from '../../i18n/role-name';

interface RecoveryKitSheetProps {
  organisation: string;
  code: string;
  /** Line by line, as they are typed. */
  databaseKey: readonly string[];
  createdAt: number;
  /** Whose key it is; `null`: not known (yet). */
  path: string | null;
}

/** The sheet that lies in the safe (A4): somebody who never saw the app must find their way by it. */
export function RecoveryKitSheet({
  organisation,
  code,
  databaseKey,
  createdAt,
  path,
}: RecoveryKitSheetProps) {
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
      {path !== null && <Typography color="secondInk">{t('sheet.at', { path })}</Typography>}
      <Secret
        title={t('sheet.code')}
        purpose={t('sheet.codeFor')}
        lines={[code]}
        limits={t('sheet.codeLimits')}
      >
        <Box component="ol" sx={list}>
          <li>{t('sheet.how1')}</li>
          <li>{t('sheet.how2')}</li>
          <li>{t('sheet.how3', { role })}</li>
          <li>{t('sheet.how4')}</li>
        </Box>
      </Secret>
      <Secret
        title={t('sheet.databaseKey')}
        purpose={t('sheet.keyFor')}
        lines={databaseKey}
        limits={t('sheet.keyLimits')}
      >
        <Box component="ul" sx={list}>
          <li>{t('sheet.key1')}</li>
          <li>{t('sheet.key2')}</li>
        </Box>
      </Secret>
      <Typography variant="section" component="h2" sx={{ mt: 6, mb: 1 }}>
        {t('sheet.keepHead')}
      </Typography>
      <Typography>{t('sheet.keep')}</Typography>
    </Box>
  );
}

interface SecretProps {
  title: string;
  /** For which day it is. */
  purpose: string;
  lines: readonly string[];
  limits: string;
  /** What to do with it, step by step. */
  children: ReactNode;
}

function Secret({ title, purpose, lines, limits, children }: SecretProps) {
  const id = useId();
  return (
    <Box component="section" aria-labelledby={id} sx={{ mt: 6, breakInside: 'avoid' }}>
      <Typography id={id} variant="section" component="h2">
        {purpose}
      </Typography>
      <Box sx={box}>
        <Typography variant="label" component="p">
          {title}
        </Typography>
        {lines.map((line, index) => (
          <Box key={line} sx={row}>
            {lines.length > 1 && <Typography color="secondInk">{index + 1}</Typography>}
            <Typography variant={lines.length > 1 ? 'section' : 'figure'} component="p" sx={letters}>
              {line}
            </Typography>
          </Box>
        ))}
      </Box>
      {children}
      <Typography sx={{ mt: 2 }}>{limits}</Typography>
    </Box>
  );
}

const box = { border: 2, borderColor: 'ink', borderRadius: 1, px: 5, py: 3, mt: 2, mb: 3 } as const;
const row = { display: 'flex', alignItems: 'baseline', gap: 4, mt: 1 } as const;
/** Read out and typed letter by letter. */
const letters = { letterSpacing: '0.12em', fontVariantNumeric: 'tabular-nums slashed-zero' } as const;
const list = { m: 0, pl: 5, '& li': { mb: 1 } } as const;
