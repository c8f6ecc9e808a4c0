import OutlinedInput from '@mui/material/OutlinedInput';
import { useTranslation } from 'react-i18next';

interface DayFieldsProps {
  /** "2026-11-30", or "" for none. */
  from: string;
  to: string;
  onChange: (part: { from: string } | { to: string }) => void;
}

/** From a day to a day, both in. */
export function DayFields({ from, to, onChange }: DayFieldsProps) {
  const { t } = useTranslation('audit');
  return (
    <>
      <OutlinedInput
        type="date"
        value={from}
        onChange={({ target }) => onChange({ from: target.value })}
        slotProps={{ input: { 'aria-label': t('filters.from'), max: '9999-12-31' } }}
        sx={day}
      />
      <OutlinedInput
        type="date"
        value={to}
        onChange={({ target }) => onChange({ to: target.value })}
        slotProps={{ input: { 'aria-label': t('filters.to'), max: '9999-12-31' } }}
        sx={day}
      />
    </>
  );
}

const day = {
  minHeight: 36,
  width: { xs: '100%', lg: 146 },
  '& input': { py: 1.5, px: 2.5, typography: 'body2' },
} as const;
