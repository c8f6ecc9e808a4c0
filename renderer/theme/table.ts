import type { CSSObject, Theme } from '@mui/material/styles';
import { size } from './tokens';

/**
 * A table that scrolls inside its frame while its head stays, for the one style sheet a table has here: its rows are plain
 * elements, because a styled component per cell would cost more than the rest of a row.
 */
export function tableFrame(theme: Theme): CSSObject {
  const { line, surface } = theme.palette;
  return {
    flex: '0 1 auto',
    minHeight: 0,
    overflow: 'auto',
    // Holds in what is hidden for the eye: else it would make the page scroll.
    position: 'relative',
    border: `1px solid ${line}`,
    borderRadius: theme.shape.borderRadius,
    backgroundColor: surface,
    '& table': { width: '100%', borderCollapse: 'separate', borderSpacing: 0, tableLayout: 'fixed' },
  };
}

export function tableHead(theme: Theme): CSSObject {
  const { line, paper, secondInk } = theme.palette;
  return {
    ...theme.typography.caption,
    fontWeight: theme.typography.fontWeightBold,
    position: 'sticky',
    top: 0,
    zIndex: 1,
    height: size.control,
    paddingInline: theme.spacing(3),
    textAlign: 'left',
    backgroundColor: paper,
    borderBottom: `1px solid ${line}`,
    color: secondInk,
  };
}
