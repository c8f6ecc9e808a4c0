import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { useTheme } from '@mui/material/styles';

/** Rows of the final height, so that nothing jumps when they come. */
export function RowsSkeleton({ rows }: { rows: number }) {
  const { rowHeight } = useTheme();
  return (
    <Box aria-hidden>
      {Array.from({ length: rows }, (_row, index) => (
        <Box
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all the same and never move
          key={index}
          sx={{
            display: 'flex',
            alignItems: 'center',
            gap: 3,
            px: 4,
            height: rowHeight,
            borderBottom: 1,
            borderColor: 'line',
          }}
        >
          <Skeleton variant="circular" width={28} height={28} />
          <Skeleton variant="rounded" width={`${26 - (index % 3) * 4}%`} height={12} />
          <Skeleton variant="rounded" width="10%" height={12} sx={{ ml: 'auto' }} />
          <Skeleton variant="rounded" width="14%" height={12} />
        </Box>
      ))}
    </Box>
  );
}
