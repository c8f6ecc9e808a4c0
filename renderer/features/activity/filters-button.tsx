import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Popover from '@mui/material/Popover';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChevronDownIcon } from '../../components/icons';
import { FilterFields } from './filter-fields';
import { type Filters, filterCount } from './filters';

interface FiltersButtonProps {
  filters: Filters;
  onChange: (part: Partial<Filters>) => void;
}

/** In a narrow window the filters gather behind one button, which shows how many are set. */
export function FiltersButton({ filters, onChange }: FiltersButtonProps) {
  const { t } = useTranslation('audit');
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const count = filterCount(filters);
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
        {t('filters.more')}
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
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('filters.more'), sx: panel } }}
      >
        <FilterFields filters={filters} onChange={onChange} />
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
