import { useFormat } from '../i18n/format';
import { VisuallyHidden } from './visually-hidden';

interface RelativeTimeProps {
  /** UTC ms. */
  at: number;
  /** Main's clock, from `useNow()`; the caller's, so that a long list asks once. */
  now: number;
}

/** "3 h ago"; the full local date and time on hover and for screen readers. */
export function RelativeTime({ at, now }: RelativeTimeProps) {
  const format = useFormat();
  const full = format.dateTime(at);
  return (
    <time dateTime={new Date(at).toISOString()} title={full}>
      {format.relative(at, now)}
      <VisuallyHidden>, {full}</VisuallyHidden>
    </time>
  );
}
