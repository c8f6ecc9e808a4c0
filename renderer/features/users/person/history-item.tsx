import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '../../../../core/contract/users';
import { RelativeTime } from '../../../components/relative-time';
import { VisuallyHidden } from '../../../components/visually-hidden';
import type { HistoryTexts } from './use-history-texts';

interface HistoryItemProps {
  entry: HistoryEntry;
  texts: HistoryTexts;
  now: number;
}

/** Who did what, what it was before and is since, and when. What was refused has its mark. */
export function HistoryItem({ entry, texts, now }: HistoryItemProps) {
  const { t } = useTranslation('users');
  const denied = entry.outcome === 'denied';
  return (
    <Box component="li" sx={{ overflowWrap: 'anywhere' }}>
      <Typography variant="body2">{texts.sentence(entry)}</Typography>
      {entry.changes.map((change) => (
        <Typography key={change.field} variant="caption" component="p" color="secondInk">
          {texts.field(change)}:{' '}
          {change.before !== null && (
            <>
              {texts.value(change, 'before')}
              <span aria-hidden> → </span>
              <VisuallyHidden> {t('history.became')} </VisuallyHidden>
            </>
          )}
          {texts.value(change, 'after')}
        </Typography>
      ))}
      <Typography variant="caption" component="p" color="thirdInk">
        {denied && (
          <Box component="span" sx={{ color: 'expired', fontWeight: 'fontWeightMedium' }}>
            {t('history.refused')}
            {' · '}
          </Box>
        )}
        <RelativeTime at={entry.at} now={now} />
      </Typography>
    </Box>
  );
}
