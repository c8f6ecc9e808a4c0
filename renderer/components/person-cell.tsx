import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
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

interface PersonCellProps {
  email: string;
  name: string | null;
  /** Stands where the name would, such as "not registered yet". */
  placeholder?: string;
}

/** The address first (it is the seed's column), the name under it. */
export function PersonCell({ email, name, placeholder }: PersonCellProps) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2.5, minWidth: 0 }}>
      <Initials name={name} />
      <Box sx={{ minWidth: 0 }}>
        <Typography noWrap title={email} sx={{ fontWeight: 'fontWeightMedium' }}>
          {email}
        </Typography>
        <Typography variant="caption" noWrap color="thirdInk" sx={{ display: 'block' }}>
          {name ?? placeholder}
        </Typography>
      </Box>
    </Box>
  );
}
