import { styled } from '@mui/material/styles';

/** The look of the rows in one style sheet, as the other tables have it. */
export const ReminderTable = styled('table')(({ theme }) => {
  const colour = theme.palette;
  const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
  return {
    width: '100%',
    borderCollapse: 'separate',
    borderSpacing: 0,
    // What a column is needs no saying to the eye.
    '& thead': { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' },
    '& td': {
      height: theme.rowHeight,
      padding: theme.spacing(0, 3),
      borderTop: `1px solid ${colour.line}`,
      whiteSpace: 'nowrap',
    },
    '& td:first-of-type': { paddingLeft: theme.spacing(6) },
    '& td:last-of-type': { paddingRight: theme.spacing(6) },
    '& .who': { width: '58%', maxWidth: 0 },
    '& .access': { width: '42%', maxWidth: 0, ...cut },
    '& .acts': { textAlign: 'right' },
    '& .person': { display: 'flex', alignItems: 'center', gap: theme.spacing(2.5) },
    '& .lines': { minWidth: 0 },
    '& .lines > *': { display: 'block', ...cut },
    '& .left': { display: 'inline-flex', alignItems: 'center', gap: theme.spacing(2), position: 'relative' },
    '& .caption': { ...theme.typography.caption, color: colour.thirdInk },
  };
});
