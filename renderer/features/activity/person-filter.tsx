import Autocomplete from '@mui/material/Autocomplete';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenPerson } from './filters';
import { type FoundPerson, usePeople } from './use-people';

interface PersonFilterProps {
  /** The accessible name, also shown while nobody is chosen. */
  label: string;
  value: ChosenPerson | null;
  onChange: (person: ChosenPerson | null) => void;
  /** Those who were invited too: things are done to them, they do nothing. */
  withInvited: boolean;
}

/** Somebody, found by typing part of a name or an address. */
export function PersonFilter({ label, value, onChange, withInvited }: PersonFilterProps) {
  const { t } = useTranslation('audit');
  const [typed, setTyped] = useState(value?.name ?? '');
  const [open, setOpen] = useState(false);
  const { people, loading } = usePeople(open ? typed : '', withInvited, open);
  const chosen: FoundPerson | null = value === null ? null : { ...value, email: '' };
  return (
    <Autocomplete<FoundPerson>
      open={open}
      onOpen={() => setOpen(true)}
      onClose={() => setOpen(false)}
      options={people}
      value={chosen}
      onChange={(_event, person) => onChange(person === null ? null : { id: person.id, name: person.name })}
      inputValue={value !== null && !open ? value.name : typed}
      onInputChange={(_event, text, reason) => {
        setTyped(text);
        if (reason === 'input' && text === '' && value !== null) onChange(null);
      }}
      filterOptions={(found) => found}
      getOptionLabel={({ name }) => name}
      getOptionKey={({ id }) => id}
      isOptionEqualToValue={(option, other) => option.id === other.id}
      autoHighlight
      loading={loading}
      loadingText={'\u00a0'}
      noOptionsText={t('filters.nobody')}
      forcePopupIcon={false}
      slotProps={{
        clearIndicator: { sx: { display: 'none' } },
        paper: { sx: { width: 260, border: 1, borderColor: 'line', mt: 1, overflowWrap: 'anywhere' } },
        listbox: { 'aria-labelledby': undefined, 'aria-label': t('filters.people'), sx: { p: 1 } },
        status: { sx: { p: 0, color: 'thirdInk', '&:not(:empty)': { px: 3.5, py: 2.5 } } },
      }}
      sx={{ width: { xs: '100%', lg: 132 }, flexShrink: 0 }}
      renderOption={({ key, ...item }, person) => (
        <li key={key} {...item}>
          <span>
            {person.name}
            {person.email !== '' && (
              <Typography component="span" variant="caption" color="thirdInk" sx={{ display: 'block' }}>
                {person.email}
              </Typography>
            )}
          </span>
        </li>
      )}
      renderInput={({ slotProps: { input, htmlInput } }) => (
        <OutlinedInput
          {...input}
          fullWidth
          placeholder={label}
          sx={[field, value !== null && set]}
          slotProps={{ input: { ...htmlInput, 'aria-label': label, spellCheck: false, maxLength: 200 } }}
        />
      )}
    />
  );
}

const field = {
  '&.MuiOutlinedInput-root.MuiAutocomplete-inputRoot': { py: 0, px: 0, minHeight: 36 },
  '& .MuiOutlinedInput-input.MuiAutocomplete-input': { py: 1.5, px: 3, typography: 'body2' },
} as const;
const set = {
  bgcolor: 'accentTint',
  '& fieldset': { borderColor: 'accent' },
  '& input': { color: 'accent' },
} as const;
