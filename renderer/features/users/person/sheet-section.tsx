import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface SheetSectionProps {
  /** Names the list in it. */
  id: string;
  title: string;
  /** Beside the title. */
  action?: ReactNode;
  children: ReactNode;
}

/** A part of the sheet under its own heading. */
export function SheetSection({ id, title, action, children }: SheetSectionProps) {
  return (
    <Box component="section" aria-labelledby={id} sx={{ display: 'grid', gap: 2 }}>
      <Box sx={head}>
        <Typography id={id} component="h3" variant="label">
          {title}
        </Typography>
        {action}
      </Box>
      {children}
    </Box>
  );
}

const head = {
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 2,
  minHeight: 28,
  pt: 3,
  borderTop: 1,
  borderColor: 'line',
} as const;
