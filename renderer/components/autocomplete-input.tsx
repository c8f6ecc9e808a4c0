import Autocomplete from '@mui/material/Autocomplete';
import OutlinedInput from '@mui/material/OutlinedInput';
import type { Theme } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { type FieldValues, useController } from 'react-hook-form';
import { describedBy, FieldFrame, fieldIds } from './field-frame';
import { useFieldProblem } from './field-problem';
import { ChevronDownIcon } from './icons';
import type { Option } from './select';
import type { FieldProps } from './text-input';

interface AutocompleteInputProps<V extends FieldValues> extends FieldProps<V> {
  /** Those that match what is typed. */
  options: readonly Option[];
  /** What is typed; "" while an option is chosen. */
  onSearch: (typed: string) => void;
  /** Names the list. Not as the field, which would then be there twice. */
  listLabel: string;
  /** Said in place of the list when nothing matches. */
  nothingFound: string;
  /** The options for what is typed are on their way. */
  loading: boolean;
}

/** One of a long list, found by typing. The field's value is the chosen `Option`, or `null`. */
export function AutocompleteInput<V extends FieldValues>(props: AutocompleteInputProps<V>) {
  const { control, name, label, helper, options, onSearch, listLabel, nothingFound, loading } = props;
  const ids = fieldIds(useId());
  const { field, fieldState } = useController({ control, name });
  const problem = useFieldProblem()(fieldState.error);
  const chosen = field.value as Option | null;
  const [typed, setTyped] = useState(chosen?.label ?? '');
  const [open, setOpen] = useState(false);
  // The chosen one stays listed, also where the list is too long to hold it.
  const listed =
    chosen === null || options.some(({ value }) => value === chosen.value) ? options : [chosen, ...options];

  const type = (text: string): void => {
    setTyped(text);
    onSearch(text);
    if (chosen !== null) field.onChange(null);
  };

  return (
    <FieldFrame ids={ids} label={label} helper={helper} problem={problem}>
      <Autocomplete<Option>
        id={ids.control}
        open={open}
        onOpen={() => setOpen(true)}
        onClose={() => setOpen(false)}
        options={listed}
        value={chosen}
        onChange={(_event, option) => {
          field.onChange(option);
          onSearch('');
        }}
        inputValue={typed}
        onInputChange={(_event, text, reason) => (reason === 'input' ? type(text) : setTyped(text))}
        onBlur={field.onBlur}
        onKeyDown={(event) => {
          // Enter opens a closed choice, as everywhere.
          if (event.key !== 'Enter' || open) return;
          event.preventDefault();
          setOpen(true);
        }}
        filterOptions={(matching) => matching}
        isOptionEqualToValue={(option, value) => option.value === value.value}
        getOptionKey={({ value }) => value}
        autoHighlight
        // What was typed and not found stays to be corrected.
        clearOnBlur={false}
        loading={loading}
        loadingText={'\u00a0'}
        noOptionsText={nothingFound}
        popupIcon={<ChevronDownIcon />}
        slotProps={{
          // Typing over it clears it; the list opens from the field itself.
          clearIndicator: { sx: { display: 'none' } },
          popupIndicator: { 'aria-hidden': true, sx: indicator },
          paper: { sx: paper },
          listbox: { 'aria-labelledby': undefined, 'aria-label': listLabel, sx: { p: 1, maxHeight: 280 } },
          status: { sx: { p: 0, color: 'thirdInk', '&:not(:empty)': { px: 3.5, py: 2.5 } } },
        }}
        renderOption={({ key, ...item }, option) => (
          <li key={key} {...item} aria-describedby={`${ids.control}-${option.value}`}>
            <span>
              {option.label}
              {option.secondary !== undefined && (
                <Typography
                  id={`${ids.control}-${option.value}`}
                  aria-hidden
                  component="span"
                  variant="caption"
                  sx={{ display: 'block', color: 'thirdInk', fontWeight: 'fontWeightRegular' }}
                >
                  {option.secondary}
                </Typography>
              )}
            </span>
          </li>
        )}
        renderInput={({ slotProps: { input, htmlInput } }) => (
          <OutlinedInput
            {...input}
            inputRef={field.ref}
            error={problem !== null}
            fullWidth
            sx={root}
            slotProps={{
              input: {
                ...htmlInput,
                spellCheck: false,
                'aria-describedby': describedBy(ids, helper, problem),
              },
            }}
          />
        )}
      />
    </FieldFrame>
  );
}

/** As every field: MUI gives this one a padding of its own. */
const root = {
  '&.MuiOutlinedInput-root.MuiAutocomplete-inputRoot': { py: 0, pl: 0, pr: '36px' },
  '& .MuiOutlinedInput-input.MuiAutocomplete-input': { padding: '8px 12px' },
} as const;
const paper = {
  mt: 1,
  border: 1,
  borderColor: 'line',
  boxShadow: (theme: Theme) => theme.palette.shadow,
  '& .MuiAutocomplete-option': {
    minHeight: 44,
    px: 2.5,
    py: 1,
    borderRadius: '6px',
    overflowWrap: 'anywhere',
    '&.Mui-focused': { bgcolor: 'sunken' },
    '&[aria-selected="true"], &[aria-selected="true"].Mui-focused': {
      bgcolor: 'accentTint',
      color: 'accent',
      fontWeight: 'fontWeightMedium',
    },
  },
} as const;
const indicator = { width: 28, height: 28, '&:hover': { bgcolor: 'transparent' } } as const;
