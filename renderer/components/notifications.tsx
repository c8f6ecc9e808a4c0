import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useEffect, useState } from 'react';
import { useNotifications } from '../stores/notifications';
import { noticeMs } from '../theme/tokens';

/**
 * The line after an act. It has its own strip below the content, so that it covers nothing, and the strip is always
 * there for screen readers: a live region that comes together with its text is often not read.
 */
export function Notifications() {
  const { current, dismiss } = useNotifications();
  const [held, setHeld] = useState(false);
  const id = current?.id;

  useEffect(() => {
    // Somebody reading or about to press Undo isn't hurried.
    if (id === undefined || held) return;
    const timer = setTimeout(() => dismiss(id), noticeMs);
    return () => clearTimeout(timer);
  }, [id, held, dismiss]);

  useEffect(() => {
    if (id === undefined) setHeld(false);
  }, [id]);

  return (
    <Box sx={{ flexShrink: 0, px: 6, pb: current === null ? 0 : 5 }}>
      <Box
        role="status"
        onMouseEnter={() => setHeld(true)}
        onMouseLeave={() => setHeld(false)}
        onFocus={() => setHeld(true)}
        onBlur={() => setHeld(false)}
        sx={{ width: 'fit-content', maxWidth: 560 }}
      >
        {current !== null && (
          <Box sx={line}>
            <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
              {current.text}
            </Box>
            {current.action !== null && (
              <Button
                variant="text"
                size="small"
                onClick={() => {
                  current.action?.onAct();
                  dismiss(current.id);
                }}
                sx={act}
              >
                {current.action.label}
              </Button>
            )}
          </Box>
        )}
      </Box>
    </Box>
  );
}

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
const act = {
  height: 28,
  color: 'noticeAction',
  fontWeight: 'fontWeightBold',
  '&:hover': { bgcolor: 'transparent', textDecoration: 'underline' },
} as const;
