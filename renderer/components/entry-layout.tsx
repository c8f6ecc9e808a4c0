import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { LightWell } from './light-well';
import { useDocumentTitle } from './use-document-title';

interface EntryLayoutProps {
  title: string;
  intro?: ReactNode;
  organisation: string | null;
  /** Width of the form in px. */
  width?: number;
  /** Small and quiet, in the corner. */
  corner?: ReactNode;
  children: ReactNode;
}

/** Screens before the app: the well of light on the left, one form on the right. */
export function EntryLayout({ title, intro, organisation, width = 340, corner, children }: EntryLayoutProps) {
  useDocumentTitle(title);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: width > 400 ? '34% 1fr' : '41.6% 1fr', height: '100%' }}>
      <LightWell organisation={organisation} />
      <Box component="main" sx={{ display: 'flex', flexDirection: 'column', minWidth: 0, overflowY: 'auto' }}>
        <Box sx={{ display: 'flex', justifyContent: 'flex-end', minHeight: 52, px: 5, pt: 4, flexShrink: 0 }}>
          {corner}
        </Box>
        {/* Margins, not centring: a form taller than the window then scrolls from its top. */}
        <Box sx={{ width: '100%', maxWidth: width + 64, px: 8, my: 'auto', mx: 'auto', pb: 13 }}>
          <Typography variant="title" component="h1" sx={{ mb: 1 }}>
            {title}
          </Typography>
          {intro != null && <Typography color="secondInk">{intro}</Typography>}
          <Box sx={{ mt: 4 }}>{children}</Box>
        </Box>
      </Box>
    </Box>
  );
}
