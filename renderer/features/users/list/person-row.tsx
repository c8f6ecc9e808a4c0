import { type KeyboardEvent, type MouseEvent, memo, useRef } from 'react';
import type { ListRow } from '../../../../core/contract/users';
import { initials } from '../../../../core/domain/name';
import type { RowTexts } from './use-row-texts';

export interface PersonRowProps {
  row: ListRow;
  /** In the whole list, from 0. */
  index: number;
  /** Pixels from the top of the list, for a row away from the others; `null`: it follows them. */
  top: number | null;
  texts: RowTexts;
  /** Whether Tab reaches this row: one of them all does. */
  tabbable: boolean;
  /** Its details are open. */
  open: boolean;
  menuOpen: boolean;
  onFocus: (index: number) => void;
  onOpen: (row: ListRow, byKeyboard: boolean) => void;
  /** `null`: the table has no column for menus. */
  onMenu: ((row: ListRow, anchor: HTMLElement) => void) | null;
  /** Something can be done with this row. */
  hasMenu: boolean;
}

/** Plain elements, styled by `PeopleTableRoot`; painted again only when something of its own changed. */
export const PersonRow = memo(function PersonRow(props: PersonRowProps) {
  const { row, index, top, texts, tabbable, open, menuOpen, onFocus, onOpen, onMenu, hasMenu } = props;
  const more = useRef<HTMLButtonElement>(null);
  const note = texts.statusNote(row);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const onRow = event.target === event.currentTarget;
    if (onRow && event.key === 'Enter') {
      event.preventDefault();
      onOpen(row, true);
    }
    const menuKey = event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10');
    if (menuKey && more.current !== null) {
      event.preventDefault();
      onMenu?.(row, more.current);
    }
  };
  const onContextMenu = (event: MouseEvent) => {
    if (more.current === null) return;
    event.preventDefault();
    onMenu?.(row, more.current);
  };

  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-current={open || undefined}
      className="row"
      style={top === null ? undefined : { position: 'absolute', insetInline: 0, top }}
      data-index={index}
      tabIndex={tabbable ? 0 : -1}
      onFocus={() => onFocus(index)}
      onClick={() => onOpen(row, false)}
      onKeyDown={onKeyDown}
      onContextMenu={onContextMenu}
    >
      <div role="cell" className="cell email">
        <span className="initials" aria-hidden>
          {initials(row.displayName)}
        </span>
        <span className="lines">
          <span className="address" title={row.email}>
            {row.email}
          </span>
          <span className="caption">{row.displayName ?? texts.notRegistered}</span>
        </span>
      </div>
      <div role="cell" className="cell status">
        <span className={`dot ${row.status}`} aria-hidden />
        <span className="lines">
          <span>{texts.status(row)}</span>
          {note !== null && (
            <span className="caption" title={row.senderGone ? texts.senderGone : undefined}>
              {note}
            </span>
          )}
        </span>
      </div>
      <div role="cell" className="cell role">
        {texts.role(row)}
      </div>
      <div role="cell" className="cell site" title={row.sites.length > 1 ? texts.sites(row) : undefined}>
        {texts.sites(row)}
      </div>
      <div role="cell" className="cell lastActivity" title={texts.activityInFull(row)}>
        {texts.activity(row)}
      </div>
      {onMenu !== null && (
        <div role="cell" className="cell actions">
          {hasMenu && (
            <button
              ref={more}
              type="button"
              className="more"
              aria-label={texts.actionsFor(row.email)}
              aria-haspopup="menu"
              aria-expanded={menuOpen}
              tabIndex={tabbable ? 0 : -1}
              onClick={(event) => {
                event.stopPropagation();
                onMenu(row, event.currentTarget);
              }}
            >
              <Dots />
            </button>
          )}
        </div>
      )}
    </div>
  );
});

/** The icon set's ⋮ without a styled component around it. */
function Dots() {
  return (
    <svg viewBox="0 0 20 20" width="18" height="18" fill="currentColor" aria-hidden="true">
      <circle cx="10" cy="4.5" r="1.4" />
      <circle cx="10" cy="10" r="1.4" />
      <circle cx="10" cy="15.5" r="1.4" />
    </svg>
  );
}
