import { useEffect, useState } from 'react';
import type { EventPayload } from '../../../core/contract/events';
import { onEvent } from '../../ipc/client';

/** How far this window's walk through the log has come; `null` until it is told. */
export function useProgress(): EventPayload<'audit.progress'> | null {
  const [progress, setProgress] = useState<EventPayload<'audit.progress'> | null>(null);
  useEffect(() => onEvent('audit.progress', setProgress), []);
  return progress;
}
