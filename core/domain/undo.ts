/** Why an act can't be undone any more. */
export const undoRefusals = [
  'not_undoable',
  'undone',
  'changed',
  'reactivated',
  'end_date_past',
  'invited',
  'email_taken',
  'self',
] as const;
export type UndoRefusal = (typeof undoRefusals)[number];

/** What can be undone, and as what that is written down. */
export const undoOf = {
  'user.deactivate': 'user.undo_deactivate',
  'user.update': 'user.undo_update',
} as const;
export type UndoableAction = keyof typeof undoOf;

export function isUndoable(action: string): action is UndoableAction {
  return Object.hasOwn(undoOf, action);
}
