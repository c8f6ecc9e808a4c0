import { useTheme } from '@mui/material/styles';
import { mark } from '../theme/tokens';

interface MarkProps {
  size?: number;
  /** On a ground that is dark in every theme. */
  onDark?: boolean;
}

/** The app's mark: an opening seen from below, a square of light in a dark square. */
export function Mark({ size = 28, onDark = false }: MarkProps) {
  const { palette } = useTheme();
  const frame = onDark || palette.mode === 'dark' ? mark.frameOnDark : mark.frame;
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true" style={{ flexShrink: 0 }}>
      <rect width="28" height="28" rx="7" fill={frame} />
      <rect x="9" y="7.5" width="12" height="12" rx="2.5" fill={mark.pane} />
      <path d="M9 17V10a2.5 2.5 0 0 1 2.5-2.5H13L9.7 19.1A2.5 2.5 0 0 1 9 17z" fill={mark.paneShade} />
    </svg>
  );
}
