import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';

/** What an act entails, inside its dialog. `false` lines don't apply. */
export function Consequences({ lines }: { lines: readonly (string | false)[] }) {
  return (
    <Box component="ul" sx={{ m: 0, pl: 4.5, display: 'grid', gap: 1.5 }}>
      {lines
        .filter((line) => line !== false)
        .map((line) => (
          <Typography key={line} component="li" sx={{ overflowWrap: 'anywhere' }}>
            {line}
          </Typography>
        ))}
    </Box>
  );
}
