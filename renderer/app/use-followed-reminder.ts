import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { onEvent } from '../ipc/client';

/** Who clicks a reminder finds the Dashboard; not while a dialog is open: what is typed there isn't thrown away for it. */
export function useFollowedReminder(): void {
  const navigate = useNavigate();
  useEffect(
    () =>
      onEvent('app.showDashboard', () => {
        if (document.querySelector('[role="dialog"]') === null) void navigate('/');
      }),
    [navigate],
  );
}
