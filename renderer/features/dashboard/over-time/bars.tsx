import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { InvitationWeek } from '../../../../core/contract/invitations';
import { VisuallyHidden } from '../../../components/visually-hidden';
import { useFormat } from '../../../i18n/format';
import { axisTop, sentOf } from './axis';
import { bars, ground, label, mark, plot, stack, week as weekStyle } from './bars-style';
import { parts } from './parts';
import type { WeekTexts } from './use-week-texts';

interface BarsProps {
  weeks: readonly InvitationWeek[];
  texts: WeekTexts;
  /** The week pointed at or focused. */
  looked: number | null;
  onLook: (week: number | null) => void;
}

/**
 * A bar per week. To a screen reader a list of sentences; with the keyboard one stop, the arrow keys go from week to week.
 */
export function Bars({ weeks, texts, looked, onLook }: BarsProps) {
  const format = useFormat();
  const list = useRef<HTMLOListElement>(null);
  const [stop, setStop] = useState(weeks.length - 1);
  const top = axisTop(Math.max(...weeks.map(sentOf)));

  function move(event: KeyboardEvent): void {
    const last = weeks.length - 1;
    const next = { ArrowLeft: stop - 1, ArrowRight: stop + 1, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const item = list.current?.children[Math.min(last, Math.max(0, next))];
    if (item instanceof HTMLElement) item.focus();
  }

  return (
    <Box sx={plot}>
      {[top, top / 2].map((value) => (
        <Box key={value} aria-hidden sx={[mark, { bottom: `${(value / top) * 100}%` }]}>
          <span>{format.number(value)}</span>
        </Box>
      ))}
      <Box
        component="ol"
        ref={list}
        aria-labelledby="over-time"
        onKeyDown={move}
        onMouseLeave={() => onLook(null)}
        onBlur={() => onLook(null)}
        sx={bars}
      >
        {weeks.map((week, index) => (
          <Box
            component="li"
            key={week.startsAt}
            tabIndex={index === stop ? 0 : -1}
            onFocus={() => {
              setStop(index);
              onLook(index);
            }}
            onMouseEnter={() => onLook(index)}
            sx={[weekStyle, index === looked && { bgcolor: 'sunken' }]}
          >
            <VisuallyHidden>{texts.sentence(index)}</VisuallyHidden>
            <Box aria-hidden sx={[stack, { height: `${(sentOf(week) / top) * 100}%` }]}>
              {parts
                .filter(({ state }) => week[state] > 0)
                .map(({ state, tone }) => (
                  <Box
                    key={state}
                    sx={{ flexGrow: week[state], flexBasis: 0, minHeight: 2, bgcolor: tone }}
                  />
                ))}
            </Box>
            {/* Every other week has room for its date; the current one has it always. */}
            {(weeks.length - 1 - index) % 2 === 0 && (
              <Box aria-hidden sx={label}>
                {texts.label(index)}
              </Box>
            )}
          </Box>
        ))}
      </Box>
      <Box aria-hidden sx={ground} />
    </Box>
  );
}

export function BarsSkeleton() {
  return (
    <Box sx={plot} aria-hidden>
      <Box sx={bars}>
        {[30, 44, 24, 52, 40, 60, 36, 48, 70, 44, 56, 34].map((height, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: they never move
          <Box key={index} sx={weekStyle}>
            <Skeleton variant="rounded" width="56%" height={`${height}%`} />
          </Box>
        ))}
      </Box>
      <Box sx={ground} />
    </Box>
  );
}
