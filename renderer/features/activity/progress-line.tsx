import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { EventPayload } from '../../../core/contract/events';

/** A bar with what it counts in words. */
export function ProgressLine({
  text,
  progress,
}: {
  text: string;
  progress: EventPayload<'audit.progress'> | null;
}) {
  const id = useId();
  const share = progress === null ? 0 : (100 * progress.done) / progress.total;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Typography id={id} variant="body2" color="secondInk">
        {text}
      </Typography>
      <LinearProgress variant="determinate" value={share} aria-labelledby={id} />
    </Box>
  );
}
