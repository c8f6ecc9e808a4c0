import { styled } from '@mui/material/styles';
import { tableFrame, tableHead } from '../../theme/table';
import { size } from '../../theme/tokens';

/** The whole look of the table in one style sheet. */
export const VisitTableRoot = styled('div')(({ theme }) => {
  const colour = theme.palette;
  const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
  return {
    ...tableFrame(theme),
    // Its columns are as wide as what is in them.
    '& table': { width: '100%', borderCollapse: 'separate', borderSpacing: 0 },
    '& th': tableHead(theme),
    '& td': {
      height: theme.rowHeight,
      padding: theme.spacing(0, 3),
      borderBottom: `1px solid ${colour.line}`,
      whiteSpace: 'nowrap',
    },
    '& tr:last-child td': { borderBottom: 0 },
    '& th:first-of-type, & td:first-of-type': { paddingLeft: theme.spacing(4) },
    '& tbody tr': {
      // Scrolled into view, a row comes to lie below the head.
      scrollMarginTop: size.control,
      '&:focus-visible': { outline: `2px solid ${colour.accent}`, outlineOffset: -2 },
      '&:hover td': { backgroundColor: colour.sunken },
      '&.fresh td': { backgroundColor: colour.accentTint },
    },

    // These take what the others leave, however long their texts.
    '& .visitor': { width: '36%', maxWidth: 0 },
    '& .host': { width: '28%', maxWidth: 0 },
    '& .purpose': { width: '22%', maxWidth: 0 },
    '& td.purpose': cut,
    '& .second': { minWidth: theme.spacing(26) },
    '& .state': { minWidth: theme.spacing(32) },
    '& .acts': { textAlign: 'right', paddingRight: theme.spacing(2) },

    '& .person': { display: 'flex', alignItems: 'center', gap: theme.spacing(2.5) },
    '& .initials': {
      ...theme.typography.caption,
      fontSize: 11,
      fontWeight: theme.typography.fontWeightBold,
      flexShrink: 0,
      display: 'grid',
      placeItems: 'center',
      width: theme.spacing(7),
      height: theme.spacing(7),
      borderRadius: '50%',
      border: `1px solid ${colour.line}`,
      backgroundColor: colour.sunken,
      color: colour.secondInk,
    },
    '& .lines': { display: 'block', minWidth: 0 },
    '& .lines > *': { display: 'block', ...cut },
    '& .name': { fontWeight: theme.typography.fontWeightMedium },
    '& .quiet': { color: colour.thirdInk },
    '& .caption': { ...theme.typography.caption, color: colour.thirdInk },
    '& .caption.pending': { color: colour.pending },
    '& .caption.expired': { color: colour.expired },
    '& .told': { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' },

    '& .status': {
      display: 'grid',
      gridTemplateColumns: 'auto 1fr',
      columnGap: theme.spacing(2),
      alignItems: 'center',
    },
    '& .status .caption': { gridColumn: 2 },
    '& .dot': {
      display: 'inline-block',
      width: theme.spacing(2),
      height: theme.spacing(2),
      borderRadius: '50%',
      // Forced colours take backgrounds away; a border keeps the dot.
      border: '1px solid transparent',
    },
    '& .caption .dot': { marginRight: theme.spacing(1.5) },
    '& .dot.active': { backgroundColor: colour.active },
    '& .dot.inactive': { backgroundColor: colour.inactive },
    '& .dot.pending': { backgroundColor: colour.pending },
    '& .dot.expired': { backgroundColor: colour.expired },

    '& .act': {
      ...theme.typography.button,
      height: theme.spacing(7),
      paddingInline: theme.spacing(2.5),
      marginLeft: theme.spacing(1),
      border: `1px solid ${colour.strongLine}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: colour.surface,
      color: colour.ink,
      cursor: 'pointer',
      '&:hover': { backgroundColor: colour.sunken, borderColor: colour.ink },
      '&:focus-visible': { outline: `2px solid ${colour.accent}`, outlineOffset: 1 },
      '&:disabled': { opacity: 0.6, cursor: 'default' },
    },
    '& .act.away': {
      border: 0,
      paddingInline: theme.spacing(2),
      background: 'none',
      color: colour.secondInk,
      '&:hover': { backgroundColor: colour.line, color: colour.ink },
    },
    '& .more': { display: 'flex', justifyContent: 'center', paddingBlock: theme.spacing(2.5) },
  };
});
