import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { type Fact, Facts } from './facts';

interface SlipProps {
  organisation: string;
  title: string;
  facts: readonly Fact[];
  /** What is typed at the desk, with its label. */
  secret: { label: string; value: string };
  /** Beside the secret. */
  picture?: ReactNode;
  note: string;
}

/** A slip of paper (A6) to hand to somebody: whose, what to type, until when. */
export function Slip({ organisation, title, facts, secret, picture, note }: SlipProps) {
  return (
    <Box sx={{ overflowWrap: 'anywhere' }}>
      <Typography variant="caption">{organisation}</Typography>
      <Typography variant="title" component="p" sx={{ mb: 4 }}>
        {title}
      </Typography>
      <Facts facts={facts} />
      <Box sx={box}>
        <Typography variant="caption">{secret.label}</Typography>
        <Typography variant="title" component="p">
          {secret.value}
        </Typography>
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 4 }}>
        <Typography variant="body2">{note}</Typography>
        {picture}
      </Box>
    </Box>
  );
}

const box = { border: 1, borderColor: 'line', borderRadius: 1, px: 4, py: 3, mb: 4 } as const;
