import type { ErrorCode } from '../../errors/catalogue';

/**
 * Refusals by a rule, not by a form that was filled in wrongly: attempts worth knowing of (product.md §9). Those of sign-in,
 * codes and recovery are audited where they are counted, those by permission at admission.
 */
const denials: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'access.denied',
  'user.last_admin',
  'user.self',
  'user.beyond_delegation',
  'user.address_unavailable',
  'organisation.two_roles_refused',
  'licence.users',
  'licence.sites',
  'licence.check_ins',
  'licence.read_only',
  'licence.tampered',
  'licence.foreign',
]);

export function isRuleDenial(code: ErrorCode): boolean {
  return denials.has(code);
}
