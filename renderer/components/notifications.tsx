import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState } from '../ipc/app-state';
import { type Notification, useNotifications } from '../stores/notifications';
import { noticeMs, undoMs } from '../theme/tokens';

/**
 * The line after an act. It has its own strip below the content, so that it covers nothing, and the strip is always
 * there for screen readers: a live region that comes together with its text is often not read.
 */
export function Notifications() {
  const { current, act, dismiss } = useNotifications();
  const [held, setHeld] = useState(false);
  const id = current?.id;
  const stays = current?.action == null ? noticeMs : undoMs;

  useEffect(() => {
    // Somebody reading or about to press Undo isn't hurried.
    if (id === undefined || held) return;
    const timer = setTimeout(() => dismiss(id), stays);
    return () => clearTimeout(timer);
  }, [id, held, stays, dismiss]);

  useEffect(() => {
    if (id === undefined) setHeld(false);
  }, [id]);

  const holding = {
    onMouseEnter: () => setHeld(true),
    onMouseLeave: () => setHeld(false),
    onFocus: () => setHeld(true),
    onBlur: () => setHeld(false),
  };
  return (
    <Box sx={{ flexShrink: 0, px: 6, pb: current === null ? 0 : 5 }}>
      <Box role="status" {...holding} sx={strip}>
        {current !== null && !current.refused && <Line notification={current} onAct={act} />}
      </Box>
      {current?.refused === true && (
        <Box role="alert" {...holding} sx={strip}>
          <Line notification={current} onAct={act} />
        </Box>
      )}
    </Box>
  );
}

function Line({ notification, onAct }: { notification: Notification; onAct: () => void }) {
  const { t } = useTranslation('common');
  const mac = useAppState().data?.platform === 'darwin';
  const { text, action } = notification;
  return (
    <Box sx={line}>
      <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
        {text}
      </Box>
      {action !== null && (
        <Button
          variant="text"
          size="small"
          aria-keyshortcuts="Control+Z Meta+Z"
          title={mac ? '⌘Z' : t('undo.shortcut')}
          onClick={onAct}
          sx={button}
        >
          {action.label}
        </Button>
      )}
    </Box>
  );
}

const strip = { width: 'fit-content', maxWidth: 560 } as const;
const line = {
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  minHeight: 44,
  px: 3.5,
  py: 2,
  borderRadius: 1,
  bgcolor: 'notice',
  color: 'onNotice',
} as const;
const button = {
  height: 28,
  color: 'noticeAction',
  fontWeight: 'fontWeightBold',
  '&:hover': { bgcolor: 'transparent', textDecoration: 'underline' },
} as const;
