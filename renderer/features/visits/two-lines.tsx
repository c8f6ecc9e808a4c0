import Box from '@mui/material/Box';
import type { ReactNode } from 'react';

interface TwoLinesProps {
  id?: string;
  first: string;
  strong?: boolean;
  /** The first line says that something is missing. */
  quiet?: boolean;
  /** Smaller, below; `null`: there is none. */
  second: ReactNode;
}

/** A cell's text and what belongs to it; what doesn't fit is read on hover. */
export function TwoLines({ id, first, strong = false, quiet = false, second }: TwoLinesProps) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box
        id={id}
        title={first}
        sx={[line, strong && { fontWeight: 'fontWeightMedium' }, quiet && { color: 'thirdInk' }]}
      >
        {first}
      </Box>
      {second !== null && (
        <Box title={typeof second === 'string' ? second : undefined} sx={[line, caption]}>
          {second}
        </Box>
      )}
    </Box>
  );
}

const line = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
const caption = { typography: 'caption', color: 'thirdInk' } as const;
