import Box from '@mui/material/Box';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { StatusDot } from '../../components/status-label';

interface SectionLinkProps {
  to: string;
  /** The accessible name, exactly. */
  label: string;
  /** Something was changed there and not saved yet. */
  unsaved?: boolean;
}

export function SectionLink({ to, label, unsaved = false }: SectionLinkProps) {
  const { t } = useTranslation('settings');
  const id = useId();
  return (
    <Box component={NavLink} to={to} aria-describedby={unsaved ? id : undefined} sx={link}>
      {label}
      {unsaved && (
        // Describes the link, is no part of its name.
        <Box
          component="span"
          id={id}
          aria-hidden
          title={t('form.unsaved')}
          sx={{ ml: 'auto', lineHeight: 0 }}
        >
          <StatusDot tone="pending" />
          <Box component="span" sx={{ display: 'none' }}>
            {t('form.unsaved')}
          </Box>
        </Box>
      )}
    </Box>
  );
}

const link = {
  display: 'flex',
  alignItems: 'center',
  gap: 2,
  px: 3,
  py: 2,
  borderRadius: 1,
  color: 'secondInk',
  textDecoration: 'none',
  '&:hover': { bgcolor: 'sunken', color: 'ink' },
  '&.active': { bgcolor: 'accentTint', color: 'accent', fontWeight: 'fontWeightBold' },
  '&:focus-visible': { outline: 2, outlineColor: 'accent', outlineOffset: -2 },
} as const;
