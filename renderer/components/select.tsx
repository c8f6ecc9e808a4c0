import MenuItem from '@mui/material/MenuItem';
import MuiSelect, { type SelectProps as MuiSelectProps } from '@mui/material/Select';
import Typography from '@mui/material/Typography';
import type { ReactNode, Ref } from 'react';
import type { FieldIds } from './field-frame';
import { CheckIcon, ChevronDownIcon } from './icons';

export interface Option {
  value: string;
  label: string;
  /** A sentence under the label; describes the option, is no part of its name. */
  secondary?: string;
}

interface SelectProps<T extends string | string[]> {
  ids: FieldIds;
  value: T;
  options: readonly Option[];
  onChange: (value: T) => void;
  onBlur?: () => void;
  inputRef?: Ref<unknown>;
  error?: boolean;
  describedBy?: string | undefined;
  placeholder?: string | undefined;
}

/** A choice from a list, below a `FieldFrame`'s label. Several when the value is a list; then Tab closes and keeps. */
export function Select<T extends string | string[]>(props: SelectProps<T>) {
  const { ids, value, options, onChange, onBlur, inputRef, error = false, placeholder } = props;
  const chosen = (option: Option) =>
    Array.isArray(value) ? value.includes(option.value) : value === option.value;
  return (
    <MuiSelect<string | string[]>
      multiple={Array.isArray(value)}
      labelId={ids.label}
      value={value}
      onChange={(event) => onChange(event.target.value as T)}
      onBlur={onBlur}
      inputRef={inputRef}
      error={error}
      displayEmpty
      IconComponent={ChevronDownIcon}
      SelectDisplayProps={{ id: ids.control, 'aria-describedby': props.describedBy }}
      MenuProps={menuUnderField}
      renderValue={() => {
        const labels = options.filter(chosen).map((option) => option.label);
        return labels.length > 0 ? labels.join(', ') : <Placeholder>{placeholder}</Placeholder>;
      }}
    >
      {options.map((option) =>
        optionItem(option, { id: ids.control, check: Array.isArray(value) && chosen(option) }),
      )}
    </MuiSelect>
  );
}

export const menuUnderField: MuiSelectProps['MenuProps'] = {
  anchorOrigin: { vertical: 'bottom', horizontal: 'left' },
  transformOrigin: { vertical: 'top', horizontal: 'left' },
};

function Placeholder({ children }: { children: ReactNode }) {
  return (
    <Typography component="span" color="thirdInk">
      {children ?? '\u00a0'}
    </Typography>
  );
}

/** A function, not a component: MUI's Select wants its items as direct children. */
export function optionItem(option: Option, { id, check = false }: { id: string; check?: boolean }) {
  const secondaryId = `${id}-${option.value}`;
  return (
    <MenuItem
      key={option.value}
      value={option.value}
      aria-describedby={option.secondary === undefined ? undefined : secondaryId}
      sx={{ justifyContent: 'space-between', gap: 3, py: option.secondary === undefined ? 1 : 1.5 }}
    >
      <span>
        <span>{option.label}</span>
        {option.secondary !== undefined && (
          <Typography
            id={secondaryId}
            aria-hidden
            variant="caption"
            color="thirdInk"
            sx={{ display: 'block', fontWeight: 'fontWeightRegular', whiteSpace: 'normal', maxWidth: 340 }}
          >
            {option.secondary}
          </Typography>
        )}
      </span>
      {check && <CheckIcon />}
    </MenuItem>
  );
}
