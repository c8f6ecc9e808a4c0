import Button from '@mui/material/Button';
import { useTheme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useRef } from 'react';
import type { VisitRow, VisitTab } from '../../../core/contract/visits';
import { VisuallyHidden } from '../../components/visually-hidden';
import { useCan, useNow } from '../../ipc/app-state';
import { useShowFresh } from './use-show-fresh';
import type { VisitActs } from './use-visit-acts';
import { useVisitTexts } from './use-visit-texts';
import { VisitLine } from './visit-line';
import { VisitTableRoot } from './visit-table-root';

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
  const can = useCan();
  const texts = useVisitTexts(useNow());
  const { t } = texts;
  const wide = useMediaQuery(useTheme().breakpoints.up('lg'));
  const body = useRef<HTMLTableSectionElement>(null);
  useShowFresh(body, fresh, rows, more);
  const withActs =
    (tab === 'expected' && (can('visit.checkIn') || can('visit.cancel'))) ||
    (tab === 'onSite' && can('visit.checkOut'));

  return (
    <VisitTableRoot>
      <table aria-label={t(`tabs.${tab}`)}>
        <thead>
          <tr>
            <th className="visitor">{t('table.visitor')}</th>
            <th className="host">{t('table.host')}</th>
            <th>{t(tab === 'expected' ? 'table.arrival' : 'table.arrived')}</th>
            <th className="second">{t(`table.${secondTime[tab]}`)}</th>
            {wide && <th className="purpose">{t('table.purpose')}</th>}
            {tab === 'history' && <th className="state">{t('table.state')}</th>}
            {withActs && (
              <th className="acts">
                <VisuallyHidden>{t('table.actions')}</VisuallyHidden>
              </th>
            )}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((visit) => (
            <VisitLine
              key={visit.id}
              visit={visit}
              tab={tab}
              texts={texts}
              wide={wide}
              fresh={visit.id === fresh}
              pending={visit.id === acts.pendingId}
              acts={withActs ? acts.row : null}
            />
          ))}
        </tbody>
      </table>
      {more !== null && (
        <div className="more">
          <Button disabled={more.loading} onClick={more.load}>
            {t('more')}
          </Button>
        </div>
      )}
    </VisitTableRoot>
  );
}
