import Box from '@mui/material/Box';
import { useCallback, useState } from 'react';
import type { ListRow } from '../../../core/contract/users';
import { useNow } from '../../ipc/app-state';
import { ActDialogs } from './acts/act-dialogs';
import { rowActs } from './acts/row-acts';
import { useActs } from './acts/use-acts';
import { useRights } from './acts/use-rights';
import { ListArea } from './list/list-area';
import { menuPosition, type OpenMenu, RowMenu } from './list/row-menu';
import { SteadyCards } from './list/steady-cards';
import { Toolbar } from './list/toolbar';
import { useFirstPage } from './list/use-first-page';
import { useListState } from './list/use-list-state';
import { ViewTabs } from './list/view-tabs';
import { PersonSheet } from './person/person-sheet';
import { useAddressParams } from './use-address-params';
import { UsersHead } from './users-head';

interface Opened {
  row: ListRow;
  byKeyboard: boolean;
}

export function UsersPage() {
  const rights = useRights();
  const now = useNow();
  const list = useListState();
  const acts = useActs();
  const page = useFirstPage(list.query);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  useAddressParams(list.show, list.find, acts.start);

  const open = useCallback((row: ListRow, byKeyboard: boolean) => setOpened({ row, byKeyboard }), []);
  const openMenu = useCallback(
    (row: ListRow, anchor: HTMLElement) => {
      acts.startFrom(anchor);
      setMenu({ row, acts: rowActs(row, rights, now), position: menuPosition(anchor) });
    },
    [acts.startFrom, rights, now],
  );
  const hasMenu = useCallback((row: ListRow) => rowActs(row, rights, now).length > 0, [rights, now]);
  const closeDetails = useCallback(() => {
    setOpened(null);
    document.querySelector<HTMLElement>('[role="row"][aria-current]')?.focus();
  }, []);
  const administers = rights.can('user.deactivate') || rights.can('invitation.resend');

  return (
    <Box
      sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}
      onKeyDown={(event) => event.key === 'Escape' && opened !== null && closeDetails()}
    >
      <UsersHead
        people={page.data?.statistics.users.total}
        sites={page.data?.statistics.sites}
        onAct={acts.start}
        startFrom={acts.startFrom}
      />
      <SteadyCards statistics={page.data?.statistics} pressed={list.preset} onPress={list.pressCard} />
      <Toolbar
        filters={list.filters}
        onChange={list.change}
        onClear={list.clear}
        total={page.data?.list.total}
        view={list.view}
        onView={list.changeView}
      />
      {list.view === 'tabbed' && <ViewTabs tab={list.tab} onTab={list.setTab} />}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', gap: 3 }}>
        <ListArea
          page={page}
          list={list}
          openId={opened?.row.id ?? null}
          onOpen={open}
          menuId={menu?.row.id ?? null}
          onMenu={administers ? openMenu : null}
          hasMenu={hasMenu}
        />
        {opened !== null && (
          <PersonSheet
            row={opened.row}
            focused={opened.byKeyboard}
            onClose={closeDetails}
            onAct={acts.start}
          />
        )}
      </Box>
      <RowMenu menu={menu} onClose={() => setMenu(null)} onAct={acts.start} />
      <ActDialogs act={acts.act} onAct={acts.start} onClose={acts.close} />
    </Box>
  );
}
