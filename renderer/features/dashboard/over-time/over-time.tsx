import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state';
import { Panel } from '../../../components/panel';
import { RefusalAlert } from '../../../components/refusal-alert';
import { useNow } from '../../../ipc/app-state';
import { useRequest } from '../../../ipc/query';
import { sentOf, sumOf } from './axis';
import { Bars, BarsSkeleton } from './bars';
import { Readout } from './readout';
import { useWeekTexts } from './use-week-texts';

/** Invitations sent week by week, and how they stand now: the figures above the bars are those of the week looked at. */
export function OverTime() {
  const { t } = useTranslation('dashboard');
  const now = useNow();
  const { data, error, refetch } = useRequest('invitations.overTime', {});
  const [looked, setLooked] = useState<number | null>(null);
  const texts = useWeekTexts(data);
  // A new week has begun: nobody wrote anything, so nobody tells.
  const over = data !== undefined && now >= data.endsAt;
  useEffect(() => {
    if (over) void refetch();
  }, [over, refetch]);

  const sum = data && sumOf(data.weeks);
  const week = looked === null ? undefined : data?.weeks[looked];
  return (
    <Panel labelledBy="over-time" fill>
      <Typography id="over-time" variant="section" component="h2">
        {t('overTime.title')}
      </Typography>
      <Typography color="secondInk" sx={{ mt: 0.5 }}>
        {t('overTime.text')}
      </Typography>
      {error !== null && (
        <Box sx={{ mt: 3 }}>
          <RefusalAlert error={error} />
        </Box>
      )}
      {sum !== undefined && sentOf(sum) === 0 ? (
        <Box sx={{ my: -6 }}>
          <EmptyState title={t('overTime.none')} text={t('overTime.noneText')} />
        </Box>
      ) : (
        <>
          <Readout
            period={week === undefined ? t('overTime.all') : texts.period(looked ?? 0)}
            counts={week ?? sum}
          />
          {data === undefined ? (
            <BarsSkeleton />
          ) : (
            <Bars weeks={data.weeks} texts={texts} looked={looked} onLook={setLooked} />
          )}
        </>
      )}
    </Panel>
  );
}
