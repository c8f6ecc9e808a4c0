import { styled } from '@mui/material/styles';
import { tableFrame, tableHead } from '../../../theme/table';

/** The whole look in one style sheet: there may be 2 000 rows, and their cells are plain elements. */
export const ListTableRoot = styled('div')(({ theme }) => {
  const colour = theme.palette;
  return {
    ...tableFrame(theme),
    minHeight: theme.spacing(30),
    marginInline: theme.spacing(6),
    '&:focus-visible': { outline: `2px solid ${colour.accent}`, outlineOffset: -2 },
    '& th': { ...tableHead(theme), paddingInline: theme.spacing(2) },
    '& td': {
      padding: theme.spacing(2),
      verticalAlign: 'top',
      overflowWrap: 'anywhere',
      borderBottom: `1px solid ${colour.line}`,
    },
    '& tr:last-child td': { borderBottom: 0 },
    '& .number': { width: theme.spacing(13), textAlign: 'right', color: colour.thirdInk },
    '& .address': { width: '42%' },
    '& .outcome': { width: theme.spacing(34) },
    '& .code': { width: theme.spacing(44), fontVariantNumeric: 'tabular-nums' },
    '& td.note': { ...theme.typography.body2, color: colour.secondInk },
    '& .state': { display: 'inline-flex', alignItems: 'baseline', gap: theme.spacing(2) },
  };
});
