import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Menu, { type MenuProps } from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { type MouseEvent, type ReactNode, useId, useState } from 'react';
import { MoreIcon } from './icons';

export interface MenuAction {
  label: string;
  onSelect: () => void;
  /** Shown at the end of the line, hidden from the name: `Ctrl+L`. */
  hint?: string;
  /** As `aria-keyshortcuts` wants it: `Control+L`. */
  keyShortcuts?: string;
}

export interface TriggerProps {
  onClick: (event: MouseEvent<HTMLElement>) => void;
  'aria-haspopup': 'menu';
  'aria-expanded': boolean;
  'aria-controls': string | undefined;
}

interface ActionMenuProps {
  actions: readonly MenuAction[];
  trigger: (props: TriggerProps) => ReactNode;
  anchorOrigin?: MenuProps['anchorOrigin'];
  transformOrigin?: MenuProps['transformOrigin'];
}

/** A button that opens a list of acts. */
export function ActionMenu({ actions, trigger, anchorOrigin, transformOrigin }: ActionMenuProps) {
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const open = anchor !== null;
  return (
    <>
      {trigger({
        onClick: (event) => setAnchor(event.currentTarget),
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        'aria-controls': open ? id : undefined,
      })}
      <Menu
        id={id}
        open={open}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={anchorOrigin}
        transformOrigin={transformOrigin}
        slotProps={{ paper: { sx: { minWidth: 200 } } }}
      >
        {actions.map((action) => (
          <MenuItem
            key={action.label}
            aria-keyshortcuts={action.keyShortcuts}
            onClick={() => {
              setAnchor(null);
              action.onSelect();
            }}
            sx={{ justifyContent: 'space-between', gap: 6 }}
          >
            {action.label}
            {action.hint !== undefined && (
              <Box component="span" aria-hidden sx={{ typography: 'caption', color: 'thirdInk' }}>
                {action.hint}
              </Box>
            )}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

/** The ⋮ at the end of a row. `label` names it: "Actions for ada@example.com". */
export function RowMenu({ label, actions }: { label: string; actions: readonly MenuAction[] }) {
  return (
    <ActionMenu
      actions={actions}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'right' }}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      trigger={(props) => (
        <IconButton aria-label={label} {...props}>
          <MoreIcon />
        </IconButton>
      )}
    />
  );
}
