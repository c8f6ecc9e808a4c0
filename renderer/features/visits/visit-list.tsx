import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitRow, VisitTab } from '../../../core/contract/visits';
import { EmptyState } from '../../components/empty-state';
import { RowsSkeleton } from '../../components/rows-skeleton';
import { useErrorText } from '../../i18n/error-text';
import { useRowFocus } from './use-row-focus';
import type { VisitActs } from './use-visit-acts';
import type { useVisits, VisitQuery } from './use-visits';
import { VisitTable } from './visit-table';
import { visitPanelId, visitTabId } from './visit-tabs';

interface VisitListProps {
  visits: ReturnType<typeof useVisits>;
  tab: VisitTab;
  /** Id of the visit that was just registered. */
  fresh: string | null;
  acts: VisitActs;
}

/** The table, or what stands in its place: the first skeleton, an empty tab, a failure. */
export function VisitList({ tab, ...props }: VisitListProps) {
  const { visits, acts } = props;
  const panel = useRef<HTMLElement>(null);
  const rows = useMemo(() => visits.data?.pages.flatMap((page) => page.rows) ?? [], [visits.data]);
  const noteFocus = useRowFocus(panel, rows, acts.cancelling !== null, () =>
    document.getElementById(visitTabId(tab)),
  );
  return (
    <Box
      ref={panel}
      onFocus={noteFocus}
      id={visitPanelId}
      role="tabpanel"
      aria-labelledby={visitTabId(tab)}
      sx={{ flex: '0 1 auto', minHeight: 0, display: 'flex', flexDirection: 'column' }}
    >
      <Content rows={rows} {...props} />
    </Box>
  );
}

function Content({ visits, rows, fresh, acts }: Omit<VisitListProps, 'tab'> & { rows: readonly VisitRow[] }) {
  const { t } = useTranslation('visits');
  const errorText = useErrorText();
  const { data, error } = visits;
  const query = data?.pages[0]?.query;
  if (query === undefined) {
    return (
      <Box sx={panel} aria-busy={error === null}>
        {error === null ? (
          <RowsSkeleton rows={8} />
        ) : (
          <EmptyState
            title={t('failed.title')}
            text={errorText(error.error)}
            action={<Button onClick={() => void visits.refetch()}>{t('failed.retry')}</Button>}
          />
        )}
      </Box>
    );
  }
  if (rows.length === 0) {
    return (
      <Box sx={panel}>
        <Nothing query={query} />
      </Box>
    );
  }
  return (
    <VisitTable
      tab={query.tab}
      rows={rows}
      fresh={fresh}
      acts={acts}
      more={
        visits.hasNextPage
          ? { load: () => void visits.fetchNextPage(), loading: visits.isFetchingNextPage }
          : null
      }
    />
  );
}

function Nothing({ query: { tab, search } }: { query: VisitQuery }) {
  const { t } = useTranslation('visits');
  if (search.trim() !== '')
    return <EmptyState title={t('empty.nothingFound')} text={t('empty.nothingFoundHint')} />;
  return <EmptyState title={t(`empty.${tab}`)} text={t(`empty.${tab}Hint`)} />;
}

const panel = {
  border: 1,
  borderColor: 'line',
  borderRadius: 1,
  bgcolor: 'surface',
  overflow: 'hidden',
} as const;
