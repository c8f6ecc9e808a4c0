import Box from '@mui/material/Box';
import GlobalStyles from '@mui/material/GlobalStyles';
import { ThemeProvider } from '@mui/material/styles';
import { Children, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { atriumTheme } from '../theme/theme';

export type Paper = 'A4' | 'A6';

interface PrintSheetProps {
  paper: Paper;
  /** One page, or a list of them. */
  children: ReactNode;
}

/** Paper is white whatever the window is: the theme that is black on white. */
const onPaper = atriumTheme({ scheme: 'contrast', density: 'comfortable' }, {});

/** What goes on paper: nothing on the screen, and nothing else in print. Stands beside the app, never in it. */
export function PrintSheet({ paper, children }: PrintSheetProps) {
  return createPortal(
    <ThemeProvider theme={onPaper}>
      <GlobalStyles styles={styles(paper)} />
      <Box data-print-sheet={paper} aria-hidden>
        {Children.map(children, (page) => (
          <div data-print-page>{page}</div>
        ))}
      </Box>
    </ThemeProvider>,
    document.body,
  );
}

const margins = { A4: '22mm 20mm', A6: '9mm' } as const;

function styles(paper: Paper) {
  return {
    '@media screen': { '[data-print-sheet]': { display: 'none' } },
    '@media print': {
      // The page has no margin and the sheet has one: beside a page's margin shows the window's ground, dark or not.
      '@page': { size: paper, margin: 0 },
      'body > :not([data-print-sheet])': { display: 'none !important' },
      'html, body': {
        height: 'auto !important',
        overflow: 'visible !important',
        background: `${onPaper.palette.surface} !important`,
      },
      '[data-print-sheet]': { color: onPaper.palette.ink },
      '[data-print-page]': { padding: margins[paper] },
      '[data-print-page] + [data-print-page]': { breakBefore: 'page' },
    },
  };
}
