import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useDocumentTitle } from './use-document-title';

interface PageHeadProps {
  title: string;
  /** One line of facts: "412 people · 3 sites". */
  facts?: ReactNode;
  /** The primary action last, others before it. */
  actions?: ReactNode;
}

export function PageHead({ title, facts, actions }: PageHeadProps) {
  useDocumentTitle(title);
  return (
    <Box component="header" sx={{ display: 'flex', gap: 4, mb: 4.5, minHeight: 50 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="title" component="h1" noWrap>
          {title}
        </Typography>
        {facts != null && (
          <Typography variant="body2" color="secondInk" component="p" noWrap sx={{ mt: 0.5, minHeight: 18 }}>
            {facts}
          </Typography>
        )}
      </Box>
      {actions != null && (
        <Box sx={{ display: 'flex', gap: 3, flexShrink: 0, alignSelf: 'flex-end' }}>{actions}</Box>
      )}
    </Box>
  );
}
