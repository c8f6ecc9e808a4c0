import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTheme } from '@mui/material/styles';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitRow, VisitTab } from '../../../core/contract/visits';
import { VisuallyHidden } from '../../components/visually-hidden';
import { useCan, useNow } from '../../ipc/app-state';
import { useShowFresh } from './use-show-fresh';
import type { VisitActs } from './use-visit-acts';
import { VisitLine } from './visit-line';

export interface MoreVisits {
  load: () => void;
  loading: boolean;
}

interface VisitTableProps {
  tab: VisitTab;
  rows: readonly VisitRow[];
  fresh: string | null;
  acts: VisitActs;
  /** `null`: these are all. */
  more: MoreVisits | null;
}

/** What the second time of a tab is about. */
const secondTime = { expected: 'departure', onSite: 'leaves', history: 'left' } as const;

export function VisitTable({ tab, rows, fresh, acts, more }: VisitTableProps) {
  const { t } = useTranslation('visits');
  const can = useCan();
  const now = useNow();
  const wide = useMediaQuery(useTheme().breakpoints.up('lg'));
  const body = useRef<HTMLTableSectionElement>(null);
  useShowFresh(body, fresh, rows, more);
  const withActs =
    (tab === 'expected' && (can('visit.checkIn') || can('visit.cancel'))) ||
    (tab === 'onSite' && can('visit.checkOut'));

  return (
    <TableContainer sx={container}>
      <Table stickyHeader aria-label={t(`tabs.${tab}`)} sx={{ tableLayout: 'fixed' }}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ pl: 4 }}>{t('table.visitor')}</TableCell>
            <TableCell sx={{ width: '22%' }}>{t('table.host')}</TableCell>
            <TableCell sx={{ width: wide ? 132 : 124 }}>
              {t(tab === 'expected' ? 'table.arrival' : 'table.arrived')}
            </TableCell>
            <TableCell sx={{ width: wide ? 132 : 124 }}>{t(`table.${secondTime[tab]}`)}</TableCell>
            {wide && <TableCell sx={{ width: '17%' }}>{t('table.purpose')}</TableCell>}
            {tab === 'history' && <TableCell sx={{ width: 132 }}>{t('table.state')}</TableCell>}
            {withActs && (
              <TableCell sx={{ width: tab === 'expected' ? 244 : 132 }}>
                <VisuallyHidden>{t('table.actions')}</VisuallyHidden>
              </TableCell>
            )}
          </TableRow>
        </TableHead>
        <TableBody ref={body}>
          {rows.map((visit) => (
            <VisitLine
              key={visit.id}
              visit={visit}
              tab={tab}
              now={now}
              wide={wide}
              fresh={visit.id === fresh}
              withActs={withActs}
              acts={acts}
            />
          ))}
        </TableBody>
      </Table>
      {more !== null && (
        <Box sx={{ display: 'flex', justifyContent: 'center', py: 2.5 }}>
          <Button disabled={more.loading} onClick={more.load}>
            {t('more')}
          </Button>
        </Box>
      )}
    </TableContainer>
  );
}

const container = {
  flex: '0 1 auto',
  minHeight: 0,
  border: 1,
  borderColor: 'line',
  borderRadius: 1,
  bgcolor: 'surface',
} as const;
