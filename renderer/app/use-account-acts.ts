import { useQueryClient } from '@tanstack/react-query';
import { useErrorText } from '../i18n/error-text';
import { applyAppState, useAppState } from '../ipc/app-state';
import type { RequestError } from '../ipc/client';
import { useSend } from '../ipc/query';
import { notify } from '../stores/notifications';
import { shortcutHint, useShortcut } from './use-shortcut';

/** Lock, sign out and a further window: from the account's menu and by their keys. */
export function useAccountActs() {
  const client = useQueryClient();
  const text = useErrorText();
  const mac = useAppState().data?.platform === 'darwin';
  const onError = ({ error }: RequestError) => notify(text(error));
  const openWindow = useSend('app.newWindow', { onError });
  const lock = useSend('session.lock', { onSuccess: (state) => applyAppState(client, state), onError });
  const signOut = useSend('session.signOut', { onSuccess: (state) => applyAppState(client, state), onError });

  useShortcut('n', () => openWindow.mutate({}));
  useShortcut('l', () => lock.mutate({}));

  return {
    newWindow: () => openWindow.mutate({}),
    lock: () => lock.mutate({}),
    signOut: () => signOut.mutate({}),
    hints: { newWindow: shortcutHint('n', mac), lock: shortcutHint('l', mac) },
  };
}
