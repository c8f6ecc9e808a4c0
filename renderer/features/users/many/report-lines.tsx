import Box from '@mui/material/Box';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadyInvitation } from '../../../../core/contract/invitations';
import { Notice } from '../../../components/notice';
import { SegmentedSwitch } from '../../../components/segmented-switch';
import type { Line } from './lines';
import { ListTable } from './list-table';
import { MadeTable } from './made-table';

interface ReportLinesProps {
  made: readonly ReadyInvitation[];
  leave: readonly Line[];
}

/** What was done: who was invited, with what is shown only here, and who was not, with why. */
export function ReportLines({ made, leave }: ReportLinesProps) {
  const { t } = useTranslation('many');
  const [wanted, setWanted] = useState<'made' | 'leave'>(leave.length > 0 ? 'leave' : 'made');
  const shown = made.length === 0 ? 'leave' : leave.length === 0 ? 'made' : wanted;
  const parts = [
    { value: 'made', label: t('report.made', { count: made.length }) },
    { value: 'leave', label: t('report.leave', { count: leave.length }) },
  ] as const;
  return (
    <>
      {made.length > 0 && (
        <Box sx={{ px: 6, pt: 2 }}>
          <Notice tone="pending">{t('report.secrets')}</Notice>
        </Box>
      )}
      {made.length > 0 && leave.length > 0 && (
        <Box sx={{ px: 6, pt: 3 }}>
          <SegmentedSwitch label={t('report.lines')} value={shown} options={parts} onChange={setWanted} />
        </Box>
      )}
      <Box sx={{ pt: 3, display: 'flex', flexDirection: 'column', minHeight: 0 }}>
        {shown === 'made' ? <MadeTable made={made} /> : <ListTable lines={leave} />}
      </Box>
    </>
  );
}
