import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedEntry } from '../../../core/contract/audit';
import type { useEntries } from '../../components/audit/use-entries';
import { EmptyState } from '../../components/empty-state';
import { RowsSkeleton } from '../../components/rows-skeleton';
import { useErrorText } from '../../i18n/error-text';
import { useFormat } from '../../i18n/format';
import { EntryTable } from './entry-table';

interface EntryListProps {
  log: ReturnType<typeof useEntries>;
  filtered: boolean;
  openId: string | null;
  onOpen: (entry: ListedEntry, byKeyboard: boolean) => void;
}

/** The table, or what stands in its place: the first skeleton, nothing, a failure. */
export function EntryList({ log, filtered, openId, onOpen }: EntryListProps) {
  const { t } = useTranslation('audit');
  const errorText = useErrorText();
  const entries = useMemo(() => log.data?.pages.flatMap((page) => page.entries) ?? [], [log.data]);
  if (log.data === undefined) {
    return (
      <Box sx={panel} aria-busy={log.error === null}>
        {log.error === null ? (
          <RowsSkeleton rows={10} />
        ) : (
          <EmptyState
            title={t('failed.title')}
            text={errorText(log.error.error)}
            action={<Button onClick={() => void log.refetch()}>{t('failed.retry')}</Button>}
          />
        )}
      </Box>
    );
  }
  if (entries.length === 0) {
    return (
      <Box sx={panel}>
        <EmptyState
          title={t(filtered ? 'empty.nothingFound' : 'empty.none')}
          text={t(filtered ? 'empty.nothingFoundHint' : 'empty.noneHint')}
        />
        <Further log={log} />
      </Box>
    );
  }
  return <EntryTable entries={entries} openId={openId} onOpen={onOpen} foot={<Further log={log} />} />;
}

/** How to go on: with the next page, or further back where few entries match. */
function Further({ log }: { log: EntryListProps['log'] }) {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const searchedTo = log.data?.pages.at(-1)?.searchedTo ?? null;
  if (!log.hasNextPage) return null;
  return (
    <Box
      className="more"
      sx={{ display: 'flex', alignItems: 'center', justifyContent: 'center', gap: 3, py: 2.5 }}
    >
      {searchedTo !== null && (
        <Typography variant="body2" role="status">
          {t('searchedTo', { when: format.dateTime(searchedTo) })}
        </Typography>
      )}
      <Button disabled={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
        {t(searchedTo === null ? 'more' : 'further')}
      </Button>
    </Box>
  );
}

const panel = {
  border: 1,
  borderColor: 'line',
  borderRadius: 1,
  bgcolor: 'surface',
  overflow: 'hidden',
} as const;
