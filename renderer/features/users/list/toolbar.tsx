import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useTranslation } from 'react-i18next';
import type { ListResult } from '../../../../core/contract/users';
import { FiltersButton } from '../../../components/filters-button';
import { FilterFields } from './filter-fields';
import { type Filters, filterCount, isFiltered, type ListView } from './filters';
import { SearchBox } from './search-box';
import { ViewSwitch } from './view-switch';

interface ToolbarProps {
  filters: Filters;
  onChange: (part: Partial<Filters>) => void;
  onClear: () => void;
  total: ListResult['total'] | undefined;
  view: ListView;
  onView: (view: ListView) => void;
}

export function Toolbar({ filters, onChange, onClear, total, view, onView }: ToolbarProps) {
  const { t } = useTranslation('users');
  const wide = useMediaQuery((theme) => theme.breakpoints.up('lg'));
  const { status, role, siteId } = filters;
  const fields = <FilterFields status={status} role={role} siteId={siteId} onChange={onChange} />;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mt: 4.5, mb: 3 }}>
      <SearchBox value={filters.search} onChange={(search) => onChange({ search })} />
      {wide ? (
        fields
      ) : (
        <FiltersButton label={t('toolbar.filters')} count={filterCount(filters)}>
          {fields}
        </FiltersButton>
      )}
      {total !== undefined && (
        <Typography variant="body2" color="secondInk" aria-live="polite" noWrap>
          {t(total.capped ? 'toolbar.countCapped' : 'toolbar.count', { count: total.count })}
        </Typography>
      )}
      {isFiltered(filters) && (
        <Button variant="text" onClick={onClear}>
          {t('toolbar.clear')}
        </Button>
      )}
      <Box sx={{ flex: 1 }} />
      <ViewSwitch view={view} onView={onView} />
    </Box>
  );
}
