import type { ParsedInput } from '../../../core/contract';
import type { Desk } from './desk';

/** Settings → Security with what stands there, but for what is changed. */
export function secure(desk: Desk, changed: Partial<ParsedInput<'security.update'>> = {}) {
  const now = desk.services.organisation.get(desk.admin);
  const { version, delegation, initialPassword, temporaryPasswordHours, idleLockMinutes } = now;
  const stands = { version, delegation, initialPassword, temporaryPasswordHours, idleLockMinutes };
  return desk.services.organisation.updateSecurity(desk.admin, { ...stands, ...changed });
}
