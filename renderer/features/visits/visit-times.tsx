import Box from '@mui/material/Box';
import TableCell from '@mui/material/TableCell';
import { useTranslation } from 'react-i18next';
import type { VisitRow, VisitTab } from '../../../core/contract/visits';
import { VisuallyHidden } from '../../components/visually-hidden';
import { useFormat } from '../../i18n/format';

interface VisitTimesProps {
  visit: VisitRow;
  tab: VisitTab;
  /** Main's clock, UTC ms. */
  now: number;
}

/** The two times a tab is about. */
export function VisitTimes({ visit, tab, now }: VisitTimesProps) {
  const { t } = useTranslation(['visits', 'common']);
  const first = tab === 'expected' ? visit.expectedArrivalAt : visit.checkedInAt;
  const second = tab === 'history' ? visit.checkedOutAt : visit.expectedDepartureAt;
  return (
    <>
      <TableCell>{first === null ? t('common:dash') : <Moment at={first} now={now} />}</TableCell>
      <TableCell>
        {second === null ? t('common:dash') : <Moment at={second} now={now} />}
        {visit.overdue && (
          <Box component="span" sx={overdue}>
            {t('row.overdue')}
          </Box>
        )}
      </TableCell>
    </>
  );
}

/** "14:05"; the full local date and time on hover and for screen readers. */
function Moment({ at, now }: { at: number; now: number }) {
  const format = useFormat();
  const full = format.dateTime(at);
  return (
    <Box component="time" dateTime={new Date(at).toISOString()} title={full} sx={{ whiteSpace: 'nowrap' }}>
      <span aria-hidden>{format.moment(at, now)}</span>
      <VisuallyHidden>{full}</VisuallyHidden>
    </Box>
  );
}

const overdue = { display: 'block', typography: 'caption', color: 'expired' } as const;
