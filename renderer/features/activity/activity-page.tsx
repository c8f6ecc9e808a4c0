import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ListedEntry } from '../../../core/contract/audit';
import { useEntries } from '../../components/audit/use-entries';
import { PageHead } from '../../components/page-head';
import { useCan, useNow } from '../../ipc/app-state';
import { EntryList } from './entry-list';
import { EntrySheet } from './entry-sheet';
import { ExportDialog } from './export-dialog';
import { asked, type Filters, isFiltered, noFilters } from './filters';
import { dayOf, startOfDay } from './local-days';
import { Toolbar } from './toolbar';
import { useSettled } from './use-settled';
import { VerifyDialog } from './verify-dialog';

const pageSize = 50;

interface Opened {
  entry: ListedEntry;
  byKeyboard: boolean;
}

/** The audit log: who did what, on whom, when and where. */
export function ActivityPage() {
  const { t } = useTranslation('audit');
  const can = useCan();
  const [filters, setFilters] = useState(noFilters);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [act, setAct] = useState<'verify' | 'export' | null>(null);
  // The question changes with the day, not with every half minute.
  const today = startOfDay(dayOf(useNow())) ?? 0;
  const settled = useSettled(filters.text);
  const filter = useMemo(() => asked({ ...filters, text: settled }, today), [filters, settled, today]);
  const log = useEntries(filter, pageSize);

  const change = useCallback(
    (part: Partial<Filters>) => setFilters((before) => ({ ...before, ...part })),
    [],
  );
  const open = useCallback((entry: ListedEntry, byKeyboard: boolean) => setOpened({ entry, byKeyboard }), []);
  const close = useCallback(() => {
    setOpened(null);
    document.querySelector<HTMLElement>('tr[aria-current]')?.focus();
  }, []);

  // As it is now: what could be undone may have been undone meanwhile.
  const shown =
    opened &&
    (log.data?.pages.flatMap((page) => page.entries).find(({ id }) => id === opened.entry.id) ??
      opened.entry);

  return (
    <Box
      sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}
      onKeyDown={(event) => event.key === 'Escape' && opened !== null && act === null && close()}
    >
      <PageHead
        title={t('title')}
        facts={t('facts')}
        actions={
          <>
            <Button component={Link} to="/activity/access">
              {t('access.title')}
            </Button>
            {can('audit.export') && <Button onClick={() => setAct('export')}>{t('export.act')}</Button>}
            {can('audit.verify') && <Button onClick={() => setAct('verify')}>{t('verify.act')}</Button>}
          </>
        }
      />
      <Toolbar filters={filters} onChange={change} onClear={() => setFilters(noFilters)} />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', gap: 3 }}>
        <Box sx={{ flex: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
          <EntryList
            log={log}
            filtered={isFiltered(filters)}
            openId={opened?.entry.id ?? null}
            onOpen={open}
          />
        </Box>
        {opened !== null && shown !== null && (
          <EntrySheet entry={shown} focused={opened.byKeyboard} onClose={close} onFilter={change} />
        )}
      </Box>
      {act === 'verify' && <VerifyDialog onClose={() => setAct(null)} />}
      {act === 'export' && <ExportDialog filter={filter} onClose={() => setAct(null)} />}
    </Box>
  );
}
