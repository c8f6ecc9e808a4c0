import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { AuditFilter } from '../../../core/contract/audit';
import type { SiteRow } from '../../../core/contract/sites';
import { EntryItem } from '../../components/audit/entry-item';
import { useEntries } from '../../components/audit/use-entries';
import { useEntryTexts } from '../../components/audit/use-entry-texts';
import { RefusalAlert } from '../../components/refusal-alert';
import { SideSheet } from '../../components/side-sheet';
import { useNow } from '../../ipc/app-state';

const pageSize = 20;

const atSite = (siteId: string): AuditFilter => ({
  actorId: null,
  subjectId: null,
  topic: null,
  siteId,
  from: null,
  before: null,
  text: '',
});

interface SiteHistoryProps {
  site: SiteRow;
  onClose: () => void;
}

/** What was done at a site and to it: who was given access, who visited, what it was called before. */
export function SiteHistory({ site, onClose }: SiteHistoryProps) {
  const { t } = useTranslation(['sites', 'audit']);
  const texts = useEntryTexts();
  const now = useNow();
  const history = useEntries(atSite(site.id), pageSize);
  const entries = history.isPlaceholderData
    ? []
    : (history.data?.pages.flatMap((page) => page.entries) ?? []);
  return (
    <SideSheet
      subject={site.id}
      title={site.name}
      note={t('sites:history.title')}
      closeLabel={t('sites:history.close')}
      focused
      onClose={onClose}
    >
      <Box component="ol" aria-label={t('sites:history.title')} sx={list}>
        {entries.map((entry) => (
          <EntryItem key={entry.id} entry={entry} texts={texts} now={now} />
        ))}
        {history.isSuccess && entries.length === 0 && !history.isPlaceholderData && (
          <Typography component="li" variant="body2" color="secondInk">
            {t('audit:empty.none')}
          </Typography>
        )}
      </Box>
      <RefusalAlert error={history.error} />
      {history.hasNextPage && (
        <Button
          variant="text"
          disabled={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
          sx={{ alignSelf: 'start', height: 28, ml: -2 }}
        >
          {t('audit:more')}
        </Button>
      )}
    </SideSheet>
  );
}

const list = { m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 3 } as const;
