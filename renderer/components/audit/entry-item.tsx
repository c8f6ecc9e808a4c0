import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditChange } from '../../../core/contract/audit';
import { RelativeTime } from '../relative-time';
import { EntryChanges } from './entry-changes';
import type { EntryTexts, ToldEntry } from './use-entry-texts';

interface EntryItemProps {
  entry: ToldEntry & { at: number; changes: readonly AuditChange[] };
  texts: EntryTexts;
  now: number;
  /** What can be done about it. */
  act?: ReactNode;
}

/** Who did what, what it was before and is since, and when. What was refused has its mark. */
export function EntryItem({ entry, texts, now, act }: EntryItemProps) {
  const { t } = useTranslation('audit');
  return (
    <Box component="li" sx={{ overflowWrap: 'anywhere' }}>
      <Typography variant="body2">{texts.sentence(entry)}</Typography>
      <EntryChanges changes={entry.changes} texts={texts} />
      <Typography variant="caption" component="p" color="thirdInk">
        {entry.outcome === 'denied' && (
          <Box component="span" sx={{ color: 'expired', fontWeight: 'fontWeightMedium' }}>
            {t('outcome.denied')}
            {' · '}
          </Box>
        )}
        <RelativeTime at={entry.at} now={now} />
      </Typography>
      {act}
    </Box>
  );
}
