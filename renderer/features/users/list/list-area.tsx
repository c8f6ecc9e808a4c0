import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ListRow } from '../../../../core/contract/users';
import { EmptyState } from '../../../components/empty-state';
import { RowsSkeleton } from '../../../components/rows-skeleton';
import { useErrorText } from '../../../i18n/error-text';
import { useCan } from '../../../ipc/app-state';
import type { RequestError } from '../../../ipc/client';
import { isFiltered } from './filters';
import { PeopleTable } from './people-table';
import type { FirstPage } from './use-first-page';
import type { useListState } from './use-list-state';
import { listPanelId, tabId } from './view-tabs';

interface ListAreaProps {
  page: UseQueryResult<FirstPage, RequestError>;
  list: ReturnType<typeof useListState>;
  openId: string | null;
  onOpen: (row: ListRow, byKeyboard: boolean) => void;
  menuId: string | null;
  onMenu: ((row: ListRow, anchor: HTMLElement) => void) | null;
  hasMenu: (row: ListRow) => boolean;
}

/** The table, or what stands in its place: the first skeleton, an empty list, a failure. */
export function ListArea({ page, list, ...table }: ListAreaProps) {
  const tabbed = list.view === 'tabbed';
  return (
    <Box
      id={listPanelId}
      role={tabbed ? 'tabpanel' : undefined}
      aria-labelledby={tabbed ? tabId(list.tab) : undefined}
      sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex' }}
    >
      <Content page={page} list={list} {...table} />
    </Box>
  );
}

function Content({ page, list, ...table }: ListAreaProps) {
  const { t } = useTranslation('users');
  const errorText = useErrorText();
  if (page.data === undefined) {
    if (page.error === null) {
      return (
        <Box sx={panel} aria-busy>
          <RowsSkeleton rows={10} />
        </Box>
      );
    }
    return (
      <Box sx={panel}>
        <EmptyState
          title={t('failed.title')}
          text={errorText(page.error.error)}
          action={<Button onClick={() => void page.refetch()}>{t('failed.retry')}</Button>}
        />
      </Box>
    );
  }
  if (page.data.list.total.count === 0) {
    return (
      <Box sx={panel}>
        <Nothing list={list} />
      </Box>
    );
  }
  return <PeopleTable {...table} first={page.data} sorting={list.sorting} onSort={list.setSorting} />;
}

function Nothing({ list }: Pick<ListAreaProps, 'list'>) {
  const { t } = useTranslation('users');
  const can = useCan();
  if (isFiltered(list.filters))
    return <EmptyState title={t('empty.nothingFound')} text={t('empty.nothingFoundHint')} />;
  if (!can('user.create')) return <EmptyState title={t('empty.noUsers')} text={t('empty.readOnlyHint')} />;
  return list.view === 'tabbed' && list.tab === 'invitations' ? (
    <EmptyState title={t('empty.noInvitations')} text={t('empty.noInvitationsHint')} />
  ) : (
    <EmptyState title={t('empty.noUsers')} text={t('empty.noUsersHint')} />
  );
}

const panel = {
  flex: 1,
  minWidth: 0,
  border: 1,
  borderColor: 'line',
  borderRadius: 1,
  bgcolor: 'surface',
  overflow: 'hidden',
} as const;
