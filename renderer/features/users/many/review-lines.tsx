import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SegmentedSwitch } from '../../../components/segmented-switch';
import { type Checked, inOrder, isPending, type Line } from './lines';
import { ListTable } from './list-table';
import { Tally } from './tally';

interface ReviewLinesProps {
  checked: Checked;
  send: readonly Line[];
  leave: readonly Line[];
  resend: boolean;
  onResend: (resend: boolean) => void;
}

/** Every line with what would come of it, before anything is sent. */
export function ReviewLines({ checked, send, leave, resend, onResend }: ReviewLinesProps) {
  const { t } = useTranslation('many');
  const [shown, setShown] = useState<'all' | 'send' | 'leave'>('all');
  const all = useMemo(() => inOrder([...send, ...leave]), [send, leave]);
  const lines = { all, send, leave }[shown];
  const parts = (['all', 'send', 'leave'] as const).map((part) => ({
    value: part,
    label: t(`review.${part}`, { count: { all, send, leave }[part].length }),
  }));
  return (
    <>
      <Box sx={above}>
        <Tally lines={all} />
        {send.length > 0 && leave.length > 0 && (
          <SegmentedSwitch label={t('review.lines')} value={shown} options={parts} onChange={setShown} />
        )}
      </Box>
      <ListTable lines={lines} />
      {checked.lines.some(isPending) && (
        <Box sx={{ px: 6, pt: 2 }}>
          <FormControlLabel
            label={t('review.resend')}
            control={<Checkbox checked={resend} onChange={(_event, wanted) => onResend(wanted)} />}
          />
        </Box>
      )}
    </>
  );
}

const above = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  columnGap: 4,
  rowGap: 2,
  px: 6,
  pt: 2,
  pb: 3,
} as const;
