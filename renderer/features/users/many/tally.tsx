import Box from '@mui/material/Box';
import { StatusDot } from '../../../components/status-label';
import { useFormat } from '../../../i18n/format';
import { type Line, tally } from './lines';
import { useFateTexts } from './use-fate-texts';

/** How many lines come to what, in words. */
export function Tally({ lines }: { lines: readonly Line[] }) {
  const texts = useFateTexts();
  const format = useFormat();
  return (
    <Box component="ul" sx={row}>
      {tally(lines).map(({ outcome, count }) => (
        <Box component="li" key={outcome} sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <StatusDot tone={texts.tone(outcome)} />
          <span>
            <Box component="span" sx={{ fontWeight: 'fontWeightBold' }}>
              {format.number(count)}
            </Box>{' '}
            {texts.outcome(outcome)}
          </span>
        </Box>
      ))}
    </Box>
  );
}

const row = {
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 4,
  rowGap: 1,
  m: 0,
  p: 0,
  listStyle: 'none',
} as const;
