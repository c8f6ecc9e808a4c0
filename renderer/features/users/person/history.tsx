import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { EntryItem } from '../../../components/audit/entry-item';
import { useEntryTexts } from '../../../components/audit/use-entry-texts';
import { RefusalAlert } from '../../../components/refusal-alert';
import { EntryUndo } from '../../../components/undo/entry-undo';
import { useNow } from '../../../ipc/app-state';
import { SheetSection } from './sheet-section';
import { useHistory } from './use-history';

export function History({ userId, name }: { userId: string; name: string }) {
  const { t } = useTranslation('users');
  const id = useId();
  const now = useNow();
  const texts = useEntryTexts();
  const history = useHistory(userId);
  return (
    <SheetSection id={id} title={t('history.title')}>
      <Box component="ol" aria-labelledby={id} sx={list}>
        {history.data?.entries.map((entry) => (
          <EntryItem
            key={entry.id}
            entry={entry}
            texts={texts}
            now={now}
            act={
              entry.undoable && (
                <EntryUndo
                  target={{ id: userId, entryId: entry.id, name }}
                  action={entry.action}
                  what={texts.sentence(entry)}
                />
              )
            }
          />
        ))}
        {history.data?.entries.length === 0 && (
          <Typography component="li" variant="body2" color="secondInk">
            {t('history.none')}
          </Typography>
        )}
      </Box>
      <RefusalAlert error={history.error} />
      {history.hasNextPage && (
        <Button
          variant="text"
          disabled={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
          sx={{ justifySelf: 'start', height: 28, ml: -2 }}
        >
          {t('history.more')}
        </Button>
      )}
    </SheetSection>
  );
}

const list = { m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 3 } as const;
