import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useTranslation } from 'react-i18next';
import type { SiteRow } from '../../../../core/contract/sites';
import { FilterSelect } from '../../../components/filter-select';
import { SearchField } from '../../../components/search-field';
import { dayOf } from '../local-days';
import type { Wanted } from './asked';

interface AccessFieldsProps {
  wanted: Wanted;
  text: string;
  sites: readonly SiteRow[];
  now: number;
  onChange: (part: Partial<Wanted>) => void;
  onSearch: (text: string) => void;
}

/** Who, where, on which day, and, for one moment of it, when. */
export function AccessFields({ wanted, text, sites, now, onChange, onSearch }: AccessFieldsProps) {
  const { t } = useTranslation('audit');
  const { siteId, day, time } = wanted;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 3 }}>
      <SearchField label={t('access.search')} value={text} onChange={onSearch} />
      <FilterSelect
        label={t('access.site')}
        anyLabel={t('access.allSites')}
        value={siteId}
        options={sites.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(chosen) => onChange({ siteId: chosen })}
      />
      <OutlinedInput
        type="date"
        value={day}
        onChange={({ target }) => onChange({ day: target.value })}
        startAdornment={<Word text={t('access.day')} />}
        slotProps={{ input: { 'aria-label': t('access.day'), max: dayOf(now) } }}
        sx={field}
      />
      <OutlinedInput
        type="time"
        value={time}
        onChange={({ target }) => onChange({ time: target.value })}
        startAdornment={<Word text={t('access.timeWord')} />}
        slotProps={{ input: { 'aria-label': t('access.time'), title: t('access.time') } }}
        sx={field}
      />
      {time !== '' && (
        <Button variant="text" onClick={() => onChange({ time: '' })}>
          {t('access.clearTime')}
        </Button>
      )}
    </Box>
  );
}

/** For the eye: the field has its name already. */
function Word({ text }: { text: string }) {
  return (
    <Box component="span" aria-hidden sx={{ typography: 'body2', color: 'secondInk' }}>
      {text}
    </Box>
  );
}

const field = {
  minHeight: 36,
  pl: 3,
  '& input': { py: 1.5, px: 2.5, typography: 'body2' },
} as const;
