import { expect, it } from 'vitest';
import type { AuditProblem } from '../../core/contract/audit';
import type { MailProblem } from '../../core/contract/mail';
import type { ErrorCode } from '../../core/errors/catalogue';
import type { SessionEnd } from '../../core/ports';
import { isRuleDenial } from '../../core/services/audit-log/rule-denials';
import type { WithdrawalReason } from '../../core/services/invitations/withdraw-invitation';
import { resources } from '../../renderer/i18n/resources';

type Told = Record<
  `why_${SessionEnd}` | `reason_${WithdrawalReason}` | `problem_${MailProblem | AuditProblem['kind']}`,
  string
>;

it('every code an audit entry can hold as its reason is told in words', () => {
  // What types know of doesn't compile without its text.
  const told: Told = resources.en.audit.coded;
  const codes = Object.keys(resources.en.errors) as ErrorCode[];
  const reasons = codes.filter((code) => isRuleDenial(code) || code.endsWith('.not_found'));
  const keys = reasons.map((code) => `reason_${code.replaceAll('.', '_')}`);
  expect(keys.filter((key) => !Object.hasOwn(told, key))).toEqual([]);
});
