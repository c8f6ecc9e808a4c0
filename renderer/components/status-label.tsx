import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

export type StatusTone = 'active' | 'pending' | 'expired' | 'inactive';

/** The colour of a state; always beside its word. */
export function StatusDot({ tone, square = false }: { tone: StatusTone; square?: boolean }) {
  return (
    <Box
      component="span"
      aria-hidden
      sx={{
        display: 'inline-block',
        flexShrink: 0,
        width: 8,
        height: 8,
        borderRadius: square ? '2px' : '50%',
        bgcolor: tone,
        // Forced colours take backgrounds away; a border keeps the dot.
        border: '1px solid transparent',
      }}
    />
  );
}

interface StatusLabelProps {
  tone: StatusTone;
  label: string;
  /** A second line: "5 days left", "new password due". */
  note?: ReactNode;
}

export function StatusLabel({ tone, label, note }: StatusLabelProps) {
  return (
    <Box
      component="span"
      sx={{ display: 'inline-grid', gridTemplateColumns: '8px auto', columnGap: 2, alignItems: 'center' }}
    >
      <StatusDot tone={tone} />
      <span>{label}</span>
      {note != null && (
        <Typography component="span" variant="caption" color="thirdInk" noWrap sx={{ gridColumn: 2 }}>
          {note}
        </Typography>
      )}
    </Box>
  );
}
