import InputAdornment from '@mui/material/InputAdornment';
import OutlinedInput from '@mui/material/OutlinedInput';
import { useEffect, useRef } from 'react';
import { SearchIcon } from './icons';

/** As much as the contract takes. */
const maxLength = 200;

interface SearchFieldProps {
  /** The accessible name, also shown while the field is empty. */
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** Finds with every keystroke. "/" brings the focus here from anywhere on the page. */
export function SearchField({ label, value, onChange }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (
        event.key !== '/' ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTakenElsewhere(event.target)
      )
        return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <OutlinedInput
      type="search"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      inputRef={input}
      placeholder={label}
      autoComplete="off"
      slotProps={{
        input: { 'aria-label': label, 'aria-keyshortcuts': '/', maxLength, spellCheck: false },
      }}
      startAdornment={
        <InputAdornment position="start">
          <SearchIcon sx={{ color: 'secondInk' }} />
        </InputAdornment>
      }
      sx={{
        flex: '1 1 200px',
        minWidth: 160,
        maxWidth: 292,
        minHeight: 36,
        pl: 3,
        '& input': { pl: 0, py: 1.5 },
      }}
    />
  );
}

/** Where "/" is a character, or something in front of the page has the keyboard. */
function isTakenElsewhere(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest(
      'input, textarea, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]',
    ) !== null
  );
}
