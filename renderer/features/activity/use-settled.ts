import { useEffect, useState } from 'react';

/** Milliseconds without a keystroke: a search through the log is asked for once, not with every letter. */
const pause = 200;

/** What was typed, once the typing has paused. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
