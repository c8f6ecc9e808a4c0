import { styled } from '@mui/material/styles';
import { size } from '../../../theme/tokens';

/** The whole look of the table in one style sheet, as the log's. */
export const AccessTableRoot = styled('div')(({ theme }) => {
  const colour = theme.palette;
  return {
    flex: '0 1 auto',
    minHeight: 0,
    overflow: 'auto',
    position: 'relative',
    border: `1px solid ${colour.line}`,
    borderRadius: theme.shape.borderRadius,
    backgroundColor: colour.surface,
    '&:focus-visible': { outline: `2px solid ${colour.accent}`, outlineOffset: -2 },

    '& table': { width: '100%', borderCollapse: 'separate', borderSpacing: 0, tableLayout: 'fixed' },
    '& th': {
      ...theme.typography.caption,
      fontWeight: theme.typography.fontWeightBold,
      position: 'sticky',
      top: 0,
      zIndex: 1,
      height: size.control,
      paddingInline: theme.spacing(3),
      textAlign: 'left',
      backgroundColor: colour.paper,
      borderBottom: `1px solid ${colour.line}`,
      color: colour.secondInk,
    },
    '& td': {
      padding: theme.spacing(2, 3),
      verticalAlign: 'top',
      borderBottom: `1px solid ${colour.line}`,
      overflowWrap: 'anywhere',
    },
    '& tbody tr:last-of-type td': { borderBottom: 0 },
    '& th:first-of-type, & td:first-of-type': { paddingLeft: theme.spacing(4) },
    '& .role': { width: '15%' },
    '& .site': { width: '15%' },
    '& .when': { width: '12%' },
    '& .act': { width: '23%' },
    // One column more.
    '& .everySite .role': { width: '13%' },
    '& .everySite .site': { width: '14%' },
    '& .everySite .when': { width: '11%' },
    '& .everySite .act': { width: '20%' },
    '& .time': { fontVariantNumeric: 'tabular-nums', color: colour.secondInk },
    '& .first': { display: 'block', fontWeight: theme.typography.fontWeightMedium },
    '& .plain': { display: 'block' },
    '& .second': { ...theme.typography.caption, display: 'block', color: colour.secondInk },
  };
});
