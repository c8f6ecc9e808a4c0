import { styled } from '@mui/material/styles';
import { tableFrame, tableHead } from '../../../theme/table';

/** The whole look of the table in one style sheet, as the log's. */
export const AccessTableRoot = styled('div')(({ theme }) => {
  const colour = theme.palette;
  return {
    ...tableFrame(theme),
    '&:focus-visible': { outline: `2px solid ${colour.accent}`, outlineOffset: -2 },
    '& th': tableHead(theme),
    '& td': {
      padding: theme.spacing(2, 3),
      verticalAlign: 'top',
      borderBottom: `1px solid ${colour.line}`,
      overflowWrap: 'anywhere',
    },
    '& tbody tr:last-of-type td': { borderBottom: 0 },
    '& th:first-of-type, & td:first-of-type': { paddingLeft: theme.spacing(4) },
    '& .role': { width: '14%' },
    '& .when': { width: '11%' },
    '& .act': { width: '25%' },
    '& .end': { width: '18%' },
    // One column more.
    '& .everySite .role': { width: '13%' },
    '& .everySite .site': { width: '14%' },
    '& .everySite .act': { width: '21%' },
    '& .everySite .end': { width: '15%' },
    '& .time': { fontVariantNumeric: 'tabular-nums', color: colour.secondInk },
    // An address broken in the middle of a word is read wrong; the whole of it is in its title.
    '& .first': {
      display: 'block',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      fontWeight: theme.typography.fontWeightMedium,
    },
    '& .plain': { display: 'block' },
    '& .second': { ...theme.typography.caption, display: 'block', color: colour.secondInk },
  };
});
