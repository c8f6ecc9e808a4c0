import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../i18n/error-text';
import { RequestError, request } from '../../ipc/client';
import { notify, notifyRefusal } from '../../stores/notifications';

export interface UndoTarget {
  /** The person, and the entry of the log that tells what was done to them. */
  id: string;
  entryId: string;
  name: string;
}

type Undone = 'deactivated' | 'updated';

/** Takes back a deactivation or a change of access, from the line after it or from a history. */
export function useUndo() {
  const { t } = useTranslation('common');
  const errorText = useErrorText();

  const undo = useCallback(
    async ({ id, entryId, name }: UndoTarget, what: Undone): Promise<void> => {
      const { passwordGone } = await request('users.undo', { id, entryId });
      notify(t(passwordGone ? 'undo.passwordGone' : `undo.${what}`, { name }));
    },
    [t],
  );

  /** The line outlives the dialog it comes from, so that what is pressed in it asks by itself. */
  const offerUndo = useCallback(
    (text: string, target: UndoTarget, what: Undone) => {
      const onAct = () =>
        void undo(target, what).catch((error: unknown) => {
          if (error instanceof RequestError) notifyRefusal(errorText(error.error));
          else throw error;
        });
      notify(text, { label: t('undo.act'), onAct });
    },
    [t, undo, errorText],
  );
  return { undo, offerUndo };
}
