import Box from '@mui/material/Box';
import { initials } from '../../core/domain/name';

/** Initials on a quiet tint: for the eye only, the name stands beside them. */
export function Initials({ name }: { name: string | null }) {
  return (
    <Box component="span" aria-hidden sx={disc}>
      {initials(name)}
    </Box>
  );
}

const disc = {
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  flexShrink: 0,
  width: 28,
  height: 28,
  borderRadius: '50%',
  border: 1,
  borderColor: 'line',
  bgcolor: 'sunken',
  color: 'secondInk',
  typography: 'caption',
  fontSize: '11px',
  fontWeight: 'fontWeightBold',
} as const;
