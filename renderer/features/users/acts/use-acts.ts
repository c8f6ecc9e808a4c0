import { useCallback, useEffect, useRef, useState } from 'react';
import { useRenewCode } from '../dialogs/use-renew-code';
import { useResendInvitation } from '../dialogs/use-resend-invitation';
import type { Act } from './act';

/** The act under way, and where the focus goes back to when it is over. */
export function useActs() {
  const [act, setAct] = useState<Act | null>(null);
  const from = useRef<HTMLElement | null>(null);
  const resend = useResendInvitation(setAct);
  const renewCode = useRenewCode(setAct);

  const start = useCallback(
    (next: Act) => {
      if (next.kind === 'resend') resend(next.invitation);
      else if (next.kind === 'printSlip') renewCode(next.invitation);
      else setAct(next);
    },
    [resend, renewCode],
  );
  const close = useCallback(() => setAct(null), []);
  /** Remembers the control an act is started from; the dialogs themselves know only the one before them. */
  const startFrom = useCallback((control: Element | null) => {
    from.current = control instanceof HTMLElement ? control : null;
  }, []);

  useEffect(() => {
    if (act !== null || from.current === null) return;
    const control = from.current;
    from.current = null;
    // A refresh may have taken the control away; then the list is the nearest place.
    const target = control.isConnected
      ? control
      : document.querySelector<HTMLElement>('[role="row"][tabindex="0"]');
    if (document.activeElement === document.body || document.activeElement === null) target?.focus();
  }, [act]);

  return { act, start, startFrom, close };
}
