import { styled } from '@mui/material/styles';
import { size } from '../../../theme/tokens';

/** The whole look in one style sheet: there may be 2 000 rows, and their cells are plain elements. */
export const ListTableRoot = styled('div')(({ theme }) => {
  const colour = theme.palette;
  return {
    flex: '0 1 auto',
    minHeight: theme.spacing(30),
    overflow: 'auto',
    position: 'relative',
    marginInline: theme.spacing(6),
    border: `1px solid ${colour.line}`,
    borderRadius: theme.shape.borderRadius,
    '&:focus-visible': { outline: `2px solid ${colour.accent}`, outlineOffset: -2 },
    '& table': { width: '100%', borderCollapse: 'separate', borderSpacing: 0, tableLayout: 'fixed' },
    '& th': {
      ...theme.typography.caption,
      fontWeight: theme.typography.fontWeightBold,
      position: 'sticky',
      top: 0,
      zIndex: 1,
      height: size.control,
      paddingInline: theme.spacing(2),
      textAlign: 'left',
      backgroundColor: colour.paper,
      borderBottom: `1px solid ${colour.line}`,
      color: colour.secondInk,
    },
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
