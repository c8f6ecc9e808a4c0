import { useCallback, useEffect, useRef, useState } from 'react';
import type { DecidedLine } from '../../../../core/contract/many-invitations';
import { useAppState } from '../../../ipc/app-state';
import { request } from '../../../ipc/client';
import type { AccessValues } from '../dialogs/access-form';
import { type Sent, sendLines } from './send-lines';

/** Sends the lines of a list while the dialog is there; `done`: how many so far. */
export function useSending() {
  const { data: state } = useAppState();
  const [done, setDone] = useState(0);
  const stopped = useRef(false);
  const held = useRef<(() => void) | null>(null);

  // Every change of the window's state is reason enough to try again: the next refusal waits for the one after.
  const phase = state?.phase;
  useEffect(() => {
    if (phase !== 'ready') return;
    held.current?.();
    held.current = null;
  }, [phase]);

  useEffect(() => {
    stopped.current = false;
    return () => {
      stopped.current = true;
      held.current?.();
    };
  }, []);

  const start = useCallback((access: AccessValues, lines: readonly DecidedLine[]): Promise<Sent> => {
    stopped.current = false;
    setDone(0);
    return sendLines(lines, {
      send: async (some) => (await request('invitations.createSome', { ...access, lines: some })).lines,
      stopped: () => stopped.current,
      unlocked: () =>
        new Promise((resolve) => {
          held.current = resolve;
        }),
      onProgress: setDone,
    });
  }, []);
  const stop = useCallback(() => {
    stopped.current = true;
    held.current?.();
  }, []);

  return { done, start, stop };
}
