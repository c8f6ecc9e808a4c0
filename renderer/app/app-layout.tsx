import Box from '@mui/material/Box';
import { useState } from 'react';
import { Outlet, useLocation } from 'react-router';
import { Notifications } from '../components/notifications';
import { RecoveryKitBanner } from '../components/recovery-kit/recovery-kit-banner';
import { useNotifications } from '../stores/notifications';
import { size } from '../theme/tokens';
import { BackupNotice } from './backup-notice';
import { ClockNotice } from './clock-notice';
import { CommandPalette } from './command-palette';
import { DamageNotice } from './damage-notice';
import { ErrorBoundary } from './error-boundary';
import { LicenceNotice } from './licence-notice';
import { Rail } from './rail';
import { useFollowedReminder } from './use-followed-reminder';
import { useShortcut } from './use-shortcut';

/** The rail on the left, the page beside it, the line after an act below the page. */
export function AppLayout() {
  const { pathname } = useLocation();
  const [palette, setPalette] = useState(false);
  useFollowedReminder();
  // One dialog at a time.
  useShortcut('k', () => setPalette(document.querySelector('[role="dialog"]') === null));
  useShortcut('z', () => useNotifications.getState().act(), offersUndo);
  return (
    <Box sx={{ display: 'flex', height: '100%' }}>
      <Rail />
      <Box sx={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0 }}>
        <DamageNotice />
        <ClockNotice />
        <LicenceNotice />
        {remindsOn.has(pathname) && <BackupNotice />}
        {remindsOn.has(pathname) && <RecoveryKitBanner />}
        <Box component="main" sx={page}>
          {/* Keyed: leaving the page that failed is a way out, too. */}
          <ErrorBoundary key={pathname}>
            <Outlet />
          </ErrorBoundary>
        </Box>
        <Notifications />
      </Box>
      {palette && <CommandPalette onClose={() => setPalette(false)} />}
    </Box>
  );
}

/** Where is said what isn't as it should be: no kit on paper (product.md §10), a backup that didn't work. */
const remindsOn = new Set(['/', '/users']);
/** Where somebody types, undoing is about what they typed; in a dialog it is about the dialog. */
function offersUndo(): boolean {
  const typing = document.activeElement?.matches('input, textarea, [contenteditable="true"]') === true;
  const { current } = useNotifications.getState();
  return current?.action != null && !typing && document.querySelector('[role="dialog"]') === null;
}

const page = {
  position: 'relative',
  flex: 1,
  minHeight: 0,
  overflowY: 'auto',
  px: `${size.pagePadding}px`,
  pt: 6,
  pb: 6,
} as const;
