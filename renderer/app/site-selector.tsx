import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import Select from '@mui/material/Select';
import Tooltip from '@mui/material/Tooltip';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { initials } from '../../core/domain/name';
import { ChevronDownIcon } from '../components/icons';
import { VisuallyHidden } from '../components/visually-hidden';
import { useCurrentSite } from '../ipc/current-site';
import { size } from '../theme/tokens';

/** For people with several sites: the one they work at. In a narrow rail its initials stand for it. */
export function SiteSelector({ narrow }: { narrow: boolean }) {
  const { t } = useTranslation('common');
  const { sites, site, choose } = useCurrentSite();
  const [open, setOpen] = useState(false);
  if (site === null || sites.length < 2) return null;
  const label = t('currentSite');
  return (
    <Tooltip title={narrow && !open ? site.name : ''} placement="right">
      <Select<string>
        open={open}
        onOpen={() => setOpen(true)}
        onClose={() => setOpen(false)}
        value={site.id}
        onChange={(event) => choose(event.target.value)}
        IconComponent={narrow ? () => null : ChevronDownIcon}
        SelectDisplayProps={{ 'aria-label': label }}
        MenuProps={{ ...(narrow ? besideTile : underField), slotProps: { list: { 'aria-label': label } } }}
        renderValue={() =>
          narrow ? (
            <>
              <span aria-hidden>{initials(site.name)}</span>
              <VisuallyHidden>{site.name}</VisuallyHidden>
            </>
          ) : (
            <>
              {/* The name of the control already; here for the eye only. */}
              <Box component="span" aria-hidden sx={caption}>
                {label}
              </Box>
              <Box component="span" title={site.name} sx={value}>
                {site.name}
              </Box>
            </>
          )
        }
        sx={narrow ? tile : field}
      >
        {sites.map(({ id, name }) => (
          <MenuItem key={id} value={id} sx={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
            {name}
          </MenuItem>
        ))}
      </Select>
    </Tooltip>
  );
}

/** As near to the window's edge as the rail's own content. */
const marginThreshold = 8;
const underField = {
  marginThreshold,
  anchorOrigin: { vertical: 'bottom', horizontal: 'left' },
  transformOrigin: { vertical: 'top', horizontal: 'left' },
} as const;
const besideTile = {
  marginThreshold,
  anchorOrigin: { vertical: 'top', horizontal: 'right' },
  transformOrigin: { vertical: 'top', horizontal: -8 },
} as const;

const field = {
  flexShrink: 0,
  minHeight: 48,
  mb: 4,
  '& .MuiSelect-select': { display: 'grid', minWidth: 0, py: 1.5, pl: 3 },
  '& .MuiSelect-icon': { fontSize: 16, color: 'thirdInk' },
} as const;
const caption = { typography: 'caption', color: 'thirdInk' } as const;
const value = {
  minWidth: 0,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  fontWeight: 'fontWeightMedium',
} as const;

const tile = {
  flexShrink: 0,
  alignSelf: 'center',
  width: size.control,
  height: size.control,
  minHeight: size.control,
  mb: 4,
  typography: 'caption',
  fontWeight: 'fontWeightBold',
  // The theme leaves room for an arrow, with the same weight.
  '&&& .MuiSelect-select': {
    display: 'grid',
    placeItems: 'center',
    minWidth: '0 !important',
    height: '100%',
    p: '0 !important',
  },
} as const;
