import { styled } from '@mui/material/styles';
import { tableFrame, tableHead } from '../../theme/table';
import { size } from '../../theme/tokens';

/** The whole look of the table in one style sheet. */
export const EntryTableRoot = styled('div')(({ theme }) => {
  const colour = theme.palette;
  return {
    ...tableFrame(theme),
    '& th': tableHead(theme),
    '& td': {
      height: theme.rowHeight,
      padding: theme.spacing(2.5, 3),
      verticalAlign: 'top',
      borderBottom: `1px solid ${colour.line}`,
      overflowWrap: 'anywhere',
    },
    '& tbody tr:last-of-type td': { borderBottom: 0 },
    '& th:first-of-type, & td:first-of-type': { paddingLeft: theme.spacing(4) },
    '& tbody tr': {
      cursor: 'pointer',
      scrollMarginTop: size.control,
      '&:focus-visible': { outline: `2px solid ${colour.accent}`, outlineOffset: -2 },
      '&:hover td': { backgroundColor: colour.sunken },
      '&[aria-current] td': { backgroundColor: colour.accentTint },
    },
    '& .when': { width: theme.spacing(34) },
    '& td.when': { color: colour.secondInk, fontVariantNumeric: 'tabular-nums' },
    '& .site': { width: theme.spacing(40) },
    '& td.site': {
      color: colour.secondInk,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    '& .refused': {
      ...theme.typography.caption,
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1.5),
      color: colour.expired,
    },
    '& .dot': {
      width: theme.spacing(2),
      height: theme.spacing(2),
      borderRadius: '50%',
      // Forced colours take backgrounds away; a border keeps the dot.
      border: '1px solid transparent',
      backgroundColor: colour.expired,
    },
    '& .more': {
      display: 'flex',
      alignItems: 'center',
      justifyContent: 'center',
      gap: theme.spacing(3),
      paddingBlock: theme.spacing(2.5),
      borderTop: `1px solid ${colour.line}`,
      color: colour.secondInk,
    },
  };
});
