import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTheme } from '@mui/material/styles';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import { useTranslation } from 'react-i18next';
import type { VisitRow, VisitTab } from '../../../core/contract/visits';
import { Initials } from '../../components/initials';
import { StatusDot } from '../../components/status-label';
import { useCan } from '../../ipc/app-state';
import { size } from '../../theme/tokens';
import { TwoLines } from './two-lines';
import type { VisitActs } from './use-visit-acts';
import { VisitState } from './visit-state';
import { VisitTimes } from './visit-times';

interface VisitLineProps {
  visit: VisitRow;
  tab: VisitTab;
  /** Main's clock, UTC ms. */
  now: number;
  /** Room for a column of its own for the purpose; else it stands with the company. */
  wide: boolean;
  /** Just registered. */
  fresh: boolean;
  withActs: boolean;
  acts: VisitActs;
}

export function VisitLine({ visit, tab, now, wide, fresh, withActs, acts }: VisitLineProps) {
  const { t } = useTranslation('visits');
  const { rowHeight } = useTheme();
  const about = [visit.company, wide ? null : visit.purpose].filter((part) => part !== null);
  return (
    <TableRow
      hover
      data-visit={visit.id}
      sx={[line, { height: rowHeight }, fresh && { bgcolor: 'accentTint' }]}
    >
      <TableCell sx={{ pl: 4 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2.5 }}>
          <Initials name={visit.visitorName} />
          <TwoLines
            id={`visitor-${visit.id}`}
            first={visit.visitorName ?? t('row.nameRemoved')}
            quiet={visit.visitorName === null}
            strong
            second={about.length === 0 ? null : about.join(' · ')}
          />
        </Box>
      </TableCell>
      <TableCell>
        <TwoLines
          first={visit.hostName}
          second={
            visit.hostGone ? (
              <Box component="span" sx={mark}>
                <StatusDot tone="pending" /> {t('row.hostGone')}
              </Box>
            ) : null
          }
        />
      </TableCell>
      <VisitTimes visit={visit} tab={tab} now={now} />
      {wide && (
        <TableCell>
          <TwoLines first={visit.purpose ?? ''} second={null} />
        </TableCell>
      )}
      {tab === 'history' && (
        <TableCell>
          <VisitState visit={visit} now={now} />
        </TableCell>
      )}
      {withActs && (
        <TableCell sx={{ textAlign: 'right', pr: 3 }}>
          <RowActs visit={visit} acts={acts} />
        </TableCell>
      )}
    </TableRow>
  );
}

function RowActs({ visit, acts }: { visit: VisitRow; acts: VisitActs }) {
  const { t } = useTranslation('visits');
  const can = useCan();
  const whose = { size: 'small', 'aria-describedby': `visitor-${visit.id}`, sx: small } as const;
  const pending = acts.pendingId === visit.id;
  return (
    <Box sx={{ display: 'inline-flex', gap: 1.5 }}>
      {visit.state === 'expected' && can('visit.cancel') && (
        <Button {...whose} variant="text" color="inherit" onClick={() => acts.cancel(visit)} sx={quiet}>
          {t('acts.cancel')}
        </Button>
      )}
      {visit.state === 'expected' && can('visit.checkIn') && (
        <Button {...whose} disabled={pending} onClick={() => acts.checkIn(visit)}>
          {t('acts.checkIn')}
        </Button>
      )}
      {visit.state === 'onSite' && can('visit.checkOut') && (
        <Button {...whose} disabled={pending} onClick={() => acts.checkOut(visit)}>
          {t('acts.checkOut')}
        </Button>
      )}
    </Box>
  );
}

/** Scrolled into view, it comes to lie below the head. */
const line = { scrollMarginTop: size.control, '&:last-child td': { borderBottom: 0 } } as const;
const mark = { display: 'inline-flex', alignItems: 'center', gap: 1.5, color: 'pending' } as const;
const small = { height: 28, px: 2.5 } as const;
const quiet = { ...small, color: 'secondInk', '&:hover': { color: 'ink', bgcolor: 'sunken' } } as const;
