import type { z } from 'zod';
import type { Permission } from '../access/permissions';

/**
 * Who may call a request. The router enforces it before the handler runs:
 * - `public`: anyone at the desk, signed in or not;
 * - `session`: a signed-in person. `whenLocked` and `whenPasswordDue` let it through in those two states;
 * - `permission`: a signed-in person whose grant holds it. With `write` the stored role must hold it too
 *   (product.md §4: what a person sees follows the grant, an administrative write needs both).
 */
export type Access =
  | { kind: 'public' }
  | { kind: 'session'; whenLocked?: boolean; whenPasswordDue?: boolean }
  | { kind: 'permission'; permission: Permission; write: boolean };

export interface Route<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  access: Access;
  input: I;
  output: O;
  /** More than every request may carry, for those that bring a whole list. */
  maxBytes?: number;
}

/** One request of the contract. Inputs are strict objects: an unknown key is refused. */
export function route<I extends z.ZodType, O extends z.ZodType>(
  access: Access,
  input: I,
  output: O,
  larger: { maxBytes?: number } = {},
): Route<I, O> {
  return { access, input, output, ...larger };
}

export const open: Access = { kind: 'public' };
export const signedIn: Access = { kind: 'session' };
export const sees = (permission: Permission): Access => ({ kind: 'permission', permission, write: false });
export const writes = (permission: Permission): Access => ({ kind: 'permission', permission, write: true });
