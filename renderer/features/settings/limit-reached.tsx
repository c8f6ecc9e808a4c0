import Link from '@mui/material/Link';
import { Link as RouterLink } from 'react-router';
import { Notice } from '../../components/notice';

interface LimitReachedProps {
  /** Which limit, and the two remedies. */
  text: string;
  /** Where room can be made; `null`: only time or an upgrade does. */
  act: { to: string; label: string } | null;
}

export function LimitReached({ text, act }: LimitReachedProps) {
  return (
    <Notice tone="pending">
      {text}{' '}
      {act !== null && (
        <Link component={RouterLink} to={act.to}>
          {act.label}
        </Link>
      )}
    </Notice>
  );
}
