import { z } from 'zod';
import { newPassword } from '../../../../core/contract/fields';
import type { InitialPasswordMode } from '../../../../core/domain/settings';

/** A password the desk hands out. Where they are generated, an empty field says what to press, not what is too short. */
export function firstPassword(mode: InitialPasswordMode) {
  return mode === 'generated' ? z.string().min(1, 'password.generate') : newPassword;
}
