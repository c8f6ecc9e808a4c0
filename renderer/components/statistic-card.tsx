import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useFormat } from '../i18n/format';
import { StatusDot, type StatusTone } from './status-label';

export interface CardPart {
  label: string;
  value: number;
  tone: StatusTone;
}

interface StatisticCardProps {
  /** The accessible name, exactly. */
  label: string;
  /** `undefined` while it isn't known yet. Left out where `parts` say it all. */
  figure?: number | undefined;
  note?: string | undefined;
  /** Draws a bar with its legend instead of a figure. */
  parts?: readonly CardPart[] | undefined;
  loading?: boolean;
  /** Whether its filter is set; `undefined` where the card leads to another page. */
  pressed?: boolean;
  onPress: () => void;
}

/** A figure and what it is made of; the whole card is a button. */
export function StatisticCard({
  label,
  figure,
  note,
  parts,
  loading = false,
  pressed,
  onPress,
}: StatisticCardProps) {
  const id = useId();
  const format = useFormat();
  return (
    <ButtonBase
      onClick={onPress}
      aria-pressed={pressed}
      aria-describedby={`${id}-content`}
      sx={[card, pressed === true && { borderColor: 'accent', bgcolor: 'accentTint' }]}
    >
      <Typography variant="body2" component="span" color="secondInk" noWrap>
        {label}
      </Typography>
      {/* Describes the button, is no part of its name: hidden here, read as the description. */}
      <Box id={`${id}-content`} aria-hidden component="span" sx={{ width: '100%' }}>
        {loading ? (
          <Skeleton variant="rounded" width={64} height={32} component="span" sx={{ display: 'block' }} />
        ) : parts !== undefined ? (
          <Parts parts={parts} />
        ) : (
          <Box
            component="span"
            sx={{ display: 'flex', alignItems: 'last baseline', justifyContent: 'space-between', gap: 2 }}
          >
            <Typography variant="figure" component="span">
              {format.number(figure ?? 0)}
            </Typography>
            <Typography
              variant="caption"
              component="span"
              color="thirdInk"
              sx={{ textAlign: 'right', textWrap: 'balance' }}
            >
              {note}
            </Typography>
          </Box>
        )}
      </Box>
    </ButtonBase>
  );
}

function Parts({ parts }: { parts: readonly CardPart[] }) {
  const format = useFormat();
  const all = parts.reduce((sum, part) => sum + part.value, 0);
  return (
    <>
      <Box component="span" sx={bar}>
        {parts
          .filter((part) => part.value > 0)
          .map((part) => (
            <Box
              key={part.label}
              component="span"
              sx={{ flexGrow: part.value / all, minWidth: 4, bgcolor: part.tone }}
            />
          ))}
      </Box>
      <Box component="span" sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, mt: 1.5 }}>
        {parts.map((part) => (
          <Typography key={part.label} variant="caption" component="span" color="secondInk" sx={legend}>
            <StatusDot tone={part.tone} square />
            {part.label}{' '}
            <Box component="span" sx={{ color: 'ink', fontWeight: 'fontWeightBold' }}>
              {format.number(part.value)}
            </Box>
          </Typography>
        ))}
      </Box>
    </>
  );
}

const card = {
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'flex-start',
  justifyContent: 'space-between',
  minWidth: 0,
  minHeight: 88,
  px: 4,
  py: 3.5,
  textAlign: 'left',
  border: 1,
  borderColor: 'line',
  borderRadius: 1,
  bgcolor: 'surface',
  transition: 'border-color 120ms',
  '&:hover': { borderColor: 'strongLine' },
} as const;
const bar = {
  display: 'flex',
  gap: '2px',
  height: 8,
  borderRadius: 1,
  overflow: 'hidden',
  bgcolor: 'sunken',
} as const;
const legend = { display: 'inline-flex', alignItems: 'center', gap: 1.5, whiteSpace: 'nowrap' } as const;
