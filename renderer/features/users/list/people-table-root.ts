import { styled } from '@mui/material/styles';

/** Pixels. */
export const headHeight = 36;

/**
 * The whole look of the table in one style sheet: its rows are plain elements, because a styled component per
 * cell would cost more than the rest of a row while 100 000 of them scroll by.
 */
export const PeopleTableRoot = styled('div')(({ theme }) => {
  const colour = theme.palette;
  const insetFocus = { outline: `2px solid ${colour.accent}`, outlineOffset: -2 };
  return {
    flex: 1,
    minWidth: 0,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    containerType: 'inline-size',
    border: `1px solid ${colour.line}`,
    borderRadius: theme.shape.borderRadius,
    backgroundColor: colour.surface,
    overflow: 'hidden',

    '& .scroller': {
      flex: 1,
      minHeight: 0,
      overflowX: 'hidden',
      overflowY: 'auto',
      overflowAnchor: 'none',
      position: 'relative',
    },
    '& .head': {
      position: 'sticky',
      top: 0,
      zIndex: 1,
      backgroundColor: colour.paper,
      borderBottom: `1px solid ${colour.line}`,
    },
    '& .body': {
      position: 'relative',
      // The lines of rows that are still on their way.
      backgroundImage: `linear-gradient(to top, ${colour.line} 1px, transparent 1px)`,
      backgroundSize: `100% ${theme.rowHeight}px`,
    },

    '& .row': {
      display: 'grid',
      gridTemplateColumns:
        'minmax(0, 2.9fr) minmax(0, 1.45fr) minmax(0, 1.05fr) minmax(0, 1.35fr) minmax(0, 2fr) 52px',
      alignItems: 'center',
      columnGap: theme.spacing(3),
      paddingInline: theme.spacing(4, 0),
    },
    '& .body .row': {
      height: theme.rowHeight,
      borderBottom: `1px solid ${colour.line}`,
      // A row that comes or goes changes nothing outside itself.
      contain: 'strict',
      cursor: 'pointer',
      '&:hover': { backgroundColor: colour.sunken },
      '&:focus-visible': insetFocus,
      '&[aria-current]': { backgroundColor: colour.accentTint },
    },

    '& .cell': { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    '& .body .email, & .body .status': { display: 'flex', alignItems: 'center', gap: theme.spacing(2.5) },
    '& .lines': { minWidth: 0 },
    '& .lines > *': { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis' },
    '& .address': { fontWeight: theme.typography.fontWeightMedium },
    '& .caption': { ...theme.typography.caption, color: colour.thirdInk },
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
    '& .dot': {
      flexShrink: 0,
      alignSelf: 'flex-start',
      width: theme.spacing(2),
      height: theme.spacing(2),
      marginTop: 6,
      borderRadius: '50%',
      // Forced colours take backgrounds away; a border keeps the dot.
      border: '1px solid transparent',
    },
    '& .dot.active': { backgroundColor: colour.active },
    '& .dot.inactive': { backgroundColor: colour.inactive },
    '& .dot.pending': { backgroundColor: colour.pending },
    '& .dot.expired': { backgroundColor: colour.expired },
    '& .lastActivity': { textAlign: 'right', ...theme.typography.body2, color: colour.secondInk },
    '& .actions': { overflow: 'visible', display: 'flex', justifyContent: 'center' },

    '& .head .cell': { height: headHeight, display: 'flex', alignItems: 'center', overflow: 'visible' },
    '& .head .lastActivity': { justifyContent: 'flex-end' },
    // The arrow goes to the inner side, so that the head ends where its numbers end.
    '& .lastActivity .sort': { flexDirection: 'row-reverse' },
    '& .sort': {
      ...theme.typography.caption,
      fontWeight: theme.typography.fontWeightBold,
      display: 'inline-flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      border: 0,
      padding: theme.spacing(1),
      marginInline: theme.spacing(-1),
      borderRadius: 4,
      background: 'none',
      color: colour.secondInk,
      cursor: 'pointer',
      '&:hover': { color: colour.ink },
      '&:focus-visible': insetFocus,
      '& .arrow': { visibility: 'hidden' },
    },
    '& [aria-sort] .sort': { color: colour.ink, '& .arrow': { visibility: 'visible' } },

    '& .more': {
      display: 'grid',
      placeItems: 'center',
      width: theme.spacing(8),
      height: theme.spacing(8),
      border: 0,
      borderRadius: theme.shape.borderRadius,
      background: 'none',
      color: colour.secondInk,
      cursor: 'pointer',
      '&:hover, &[aria-expanded="true"]': { backgroundColor: colour.line, color: colour.ink },
      '&:focus-visible': insetFocus,
    },

    // Nothing to do with a row: no room for its menu.
    '&.readOnly .row': {
      gridTemplateColumns:
        'minmax(0, 2.9fr) minmax(0, 1.45fr) minmax(0, 1.05fr) minmax(0, 1.35fr) minmax(0, 2fr)',
      paddingRight: theme.spacing(4),
    },

    // A narrow table (the details are open beside it) leaves to the details what they show anyway.
    '@container (max-width: 760px)': {
      '& .row': { gridTemplateColumns: 'minmax(0, 2.4fr) minmax(0, 1.5fr) minmax(0, 1.1fr) 52px' },
      '&.readOnly .row': { gridTemplateColumns: 'minmax(0, 2.4fr) minmax(0, 1.5fr) minmax(0, 1.1fr)' },
      '& .row > .site, & .row > .lastActivity': { display: 'none' },
    },
  };
});
