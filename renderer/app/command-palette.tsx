import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import InputBase from '@mui/material/InputBase';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { SearchIcon } from '../components/icons';
import { type Command, matching, useCommands } from './commands';

/** Ctrl+K: every page and the two commonest acts, by name, without leaving the keys. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('common');
  const id = useId();
  const navigate = useNavigate();
  const all = useCommands();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const found = matching(all, typed);
  const current = found[Math.min(chosen, found.length - 1)];

  const run = (command: Command | undefined): void => {
    if (command === undefined) return;
    onClose();
    void navigate(command.to);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) setChosen((chosen + step + found.length) % found.length);
    else if (event.key === 'Enter') run(current);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog open onClose={onClose} aria-label={t('palette.title')} slotProps={{ paper: { sx: paper } }}>
      <Box
        sx={{ display: 'flex', alignItems: 'center', gap: 2.5, px: 4, borderBottom: 1, borderColor: 'line' }}
      >
        <SearchIcon sx={{ color: 'thirdInk' }} />
        <InputBase
          inputRef={focus}
          fullWidth
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setChosen(0);
          }}
          onKeyDown={onKeyDown}
          placeholder={t('palette.search')}
          sx={{ height: 52 }}
          slotProps={{
            input: {
              role: 'combobox',
              'aria-label': t('palette.search'),
              'aria-expanded': found.length > 0,
              'aria-controls': `${id}-list`,
              'aria-activedescendant': current && `${id}-${current.id}`,
              spellCheck: false,
            },
          }}
        />
      </Box>
      <Box id={`${id}-list`} role="listbox" aria-label={t('palette.title')} sx={{ p: 1 }}>
        {found.map((command) => (
          <Box
            key={command.id}
            id={`${id}-${command.id}`}
            role="option"
            aria-selected={command === current}
            onClick={() => run(command)}
            sx={[option, command === current && { bgcolor: 'accentTint', color: 'accent' }]}
          >
            <command.icon />
            {command.label}
          </Box>
        ))}
      </Box>
      {found.length === 0 && (
        <Box role="status" sx={{ px: 4, pb: 4, pt: 2, color: 'thirdInk' }}>
          {t('palette.nothing')}
        </Box>
      )}
    </Dialog>
  );
}

/** One function for all renders: as a ref it then runs once, when the field appears. */
const focus = (field: HTMLInputElement | null): void => field?.focus();

const paper = { alignSelf: 'flex-start', mt: '12vh' } as const;
const option = {
  display: 'flex',
  alignItems: 'center',
  gap: 2.5,
  height: 40,
  px: 3,
  borderRadius: 1,
  cursor: 'pointer',
  '&:hover': { bgcolor: 'sunken' },
} as const;
