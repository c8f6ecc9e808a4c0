import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTranslation } from 'react-i18next';
import { FiltersButton } from '../../components/filters-button';
import { SearchField } from '../../components/search-field';
import { FilterFields } from './filter-fields';
import { type Filters, filterCount, isFiltered } from './filters';

interface ToolbarProps {
  filters: Filters;
  onChange: (part: Partial<Filters>) => void;
  onClear: () => void;
}

export function Toolbar({ filters, onChange, onClear }: ToolbarProps) {
  const { t } = useTranslation('audit');
  const wide = useMediaQuery((theme) => theme.breakpoints.up('lg'));
  const fields = <FilterFields filters={filters} onChange={onChange} />;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 3 }}>
      <SearchField label={t('filters.search')} value={filters.text} onChange={(text) => onChange({ text })} />
      {wide ? (
        fields
      ) : (
        <FiltersButton label={t('filters.more')} count={filterCount(filters)}>
          {fields}
        </FiltersButton>
      )}
      {isFiltered(filters) && (
        <Button variant="text" onClick={onClear}>
          {t('filters.clear')}
        </Button>
      )}
    </Box>
  );
}
