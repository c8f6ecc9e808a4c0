import { useEffect, useEffectEvent } from 'react';
import { useAppState } from '../ipc/app-state';

/**
 * Ctrl, on a Mac Command, with a letter. Taken before the browser's own meaning of it. Nothing while the window is locked.
 * @param applies whether it means anything now; else the browser has it
 */
export function useShortcut(letter: string, act: () => void, applies: () => boolean = () => true): void {
  const { data: state } = useAppState();
  const mac = state?.platform === 'darwin';
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (state?.phase !== 'ready') return;
    const command = mac ? event.metaKey : event.ctrlKey;
    if (!command || event.altKey || event.shiftKey || event.repeat || event.key.toLowerCase() !== letter)
      return;
    if (!applies()) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** How a shortcut is shown and how screen readers are told. */
export function shortcutHint(letter: string, mac: boolean): { hint: string; keyShortcuts: string } {
  const key = letter.toUpperCase();
  return mac
    ? { hint: `⌘${key}`, keyShortcuts: `Meta+${key}` }
    : { hint: `Ctrl+${key}`, keyShortcuts: `Control+${key}` };
}
