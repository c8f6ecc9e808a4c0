import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { type ReactNode, useId, useState } from 'react';
import { ChevronDownIcon } from './icons';

interface FiltersButtonProps {
  /** Names the button and what it opens. */
  label: string;
  /** How many are set. */
  count: number;
  /** The filters' own fields. */
  children: ReactNode;
}

/** In a narrow window the filters gather behind one button, which shows how many are set. */
export function FiltersButton({ label, count, children }: FiltersButtonProps) {
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        aria-controls={anchor === null ? undefined : id}
        onClick={(event) => setAnchor(event.currentTarget)}
        endIcon={<ChevronDownIcon />}
        sx={count > 0 ? { bgcolor: 'accentTint', borderColor: 'accent', color: 'accent' } : undefined}
      >
        {label}
        {count > 0 && (
          <Box component="span" aria-hidden sx={{ ml: 1.5, fontWeight: 'fontWeightBold' }}>
            {count}
          </Box>
        )}
      </Button>
      <Popover
        id={id}
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': label, sx: panel } }}
      >
        {children}
      </Popover>
    </>
  );
}

const panel = {
  display: 'grid',
  gap: 2,
  width: 260,
  mt: 1,
  p: 3,
  border: 1,
  borderColor: 'line',
  boxShadow: 'none',
} as const;
