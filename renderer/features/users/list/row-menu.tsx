import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useTranslation } from 'react-i18next';
import type { ListRow } from '../../../../core/contract/users';
import type { Act } from '../acts/act';
import type { RowAct } from '../acts/row-acts';

/** An open row menu: the row by value and the place on screen, so that neither depends on the list any more. */
export interface OpenMenu {
  row: ListRow;
  acts: readonly RowAct[];
  position: { top: number; left: number };
}

/** Where a menu opens for the ⋮ of a row: below it, flush right. */
export function menuPosition(anchor: HTMLElement): OpenMenu['position'] {
  const { bottom, right } = anchor.getBoundingClientRect();
  return { top: bottom, left: right };
}

interface RowMenuProps {
  menu: OpenMenu | null;
  onClose: () => void;
  onAct: (act: Act) => void;
}

/** One menu for the whole table; a menu per row would cost more than the row, and be gone with it in a refresh. */
export function RowMenu({ menu, onClose, onAct }: RowMenuProps) {
  const { t } = useTranslation('users');
  if (menu === null) return null;
  return (
    <Menu
      open
      onClose={onClose}
      anchorReference="anchorPosition"
      anchorPosition={menu.position}
      transformOrigin={{ vertical: 'top', horizontal: 'right' }}
      slotProps={{
        paper: { sx: { minWidth: 200 } },
        list: { 'aria-label': t('acts.for', { email: menu.row.email }) },
      }}
    >
      {menu.acts.map(({ name, act }) => (
        <MenuItem
          key={name}
          onClick={() => {
            onClose();
            onAct(act);
          }}
        >
          {t(`acts.${name}`)}
        </MenuItem>
      ))}
    </Menu>
  );
}
