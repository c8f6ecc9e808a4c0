import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { type as typeScale, weight, well } from '../theme/tokens';
import { Mark } from './mark';

/** The dark well with light falling in, beside every form a person meets before the app: who this desk belongs to. */
export function LightWell({ organisation }: { organisation: string | null }) {
  const { t } = useTranslation(['entry', 'common']);
  return (
    <Box component="aside" sx={panel}>
      <Opening />
      <Box sx={{ position: 'relative', display: 'flex', alignItems: 'center', gap: 2.5 }}>
        <Mark onDark />
        <Box component="span" sx={{ typography: 'body1', fontWeight: 'fontWeightBold' }}>
          {t('common:product')}
        </Box>
      </Box>
      <Box sx={{ position: 'relative', minWidth: 0 }}>
        {organisation !== null && (
          <Typography component="p" sx={name}>
            {organisation}
          </Typography>
        )}
        <Typography component="p" sx={{ color: well.secondInk, mt: 1 }}>
          {t('entry:well.purpose')}
        </Typography>
      </Box>
      <Typography variant="caption" component="p" sx={{ position: 'relative', color: well.secondInk }}>
        {t('entry:well.offline')}
      </Typography>
    </Box>
  );
}

/** Storeys seen from below, narrowing towards the sky. Drawn, not photographed: it has to be calm at any size. */
function Opening() {
  const storeys = [0, 1, 2, 3, 4];
  return (
    <Box
      component="svg"
      viewBox="0 0 400 400"
      preserveAspectRatio="xMaxYMin slice"
      aria-hidden
      sx={{ position: 'absolute', top: 0, right: 0, width: '100%', height: '72%' }}
    >
      <defs>
        <radialGradient id="well-light" cx="68%" cy="27%" r="58%">
          <stop offset="0" stopColor={well.light} />
          <stop offset="1" stopColor={well.lightEdge} />
        </radialGradient>
      </defs>
      <rect width="400" height="400" fill="url(#well-light)" />
      {storeys.map((storey) => {
        const half = 34 * 1.62 ** storey;
        return (
          <rect
            key={storey}
            x={272 - half}
            y={108 - half}
            width={half * 2}
            height={half * 2}
            rx={half / 6}
            fill={storey === 0 ? well.pane : 'none'}
            fillOpacity={storey === 0 ? 0.5 : 0}
            stroke={well.pane}
            strokeOpacity={0.34 / (storey + 1)}
          />
        );
      })}
    </Box>
  );
}

const panel = {
  position: 'relative',
  overflow: 'hidden',
  display: 'flex',
  flexDirection: 'column',
  justifyContent: 'space-between',
  minWidth: 0,
  p: { xs: 9, lg: 14 },
  color: well.ink,
  background: `linear-gradient(165deg, ${well.top}, ${well.middle} 55%, ${well.bottom})`,
} as const;

const name = {
  fontSize: typeScale.well[0],
  lineHeight: `${typeScale.well[1]}px`,
  fontWeight: weight.medium,
  overflowWrap: 'anywhere',
} as const;
