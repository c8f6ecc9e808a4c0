/**
 * Every action an audit entry can tell of. The window has a sentence for each, in every language: one that is missing
 * does not compile (renderer/i18n/resources).
 */
export const auditActions = [
  'organisation.create',
  'organisation.update',
  'security.update',
  'licence.import',
  'recovery.renew',
  'recovery.confirm',
  'recovery.use',
  'key.set_passphrase',
  'key.change_passphrase',
  'key.remove_passphrase',
  'key.unlock',
  'key.recover',
  'key.change',
  'clock.set_back',
  'clock.confirm',
  'user.create',
  'user.update',
  'user.change_email',
  'user.set_end_date',
  'user.reset_password',
  'user.deactivate',
  'user.reactivate',
  'user.delete',
  'user.undo_deactivate',
  'user.undo_update',
  'password.change',
  'password.verify',
  'session.sign_in',
  'session.sign_out',
  'session.end',
  'session.renew',
  'invitation.create',
  'invitation.resend',
  'invitation.remove',
  'invitation.update',
  'invitation.accept',
  'invitation.look_up',
  'invitation.renew_code',
  'invitation.save_list',
  'invitation.mail_sent',
  'invitation.mail_failed',
  'invitation.mail_unconfirmed',
  'invitation.mail_retry',
  'mail.update',
  'mail.remove',
  'mail.trust',
  'mail.test',
  'mail.send_all',
  'site.create',
  'site.rename',
  'site.archive',
  'visit.register',
  'visit.check_in',
  'visit.check_out',
  'visit.cancel',
  'visit.retention',
  'erasure.reapply',
  'audit.read',
  'audit.verify',
  'audit.export',
  'audit.read_access',
  'audit.export_access',
  'audit.anchor',
  'audit.broken',
  'backup.restore',
  'backup.make',
  'backup.fail',
  'backup.update',
  'backup.copy',
  'support.save',
  'access.denied',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** What can be refused, and is then noted as such under the action's own name. */
export type RefusedAction = Extract<
  AuditAction,
  | 'access.denied'
  | 'session.sign_in'
  | 'password.verify'
  | 'password.change'
  | 'invitation.accept'
  | 'invitation.look_up'
  | 'recovery.use'
  | 'key.unlock'
  | 'key.recover'
  | 'user.deactivate'
>;

/** By what people look for: the resource an action is named after belongs to one of them; `denied` cuts across. */
export const auditTopics = [
  'people',
  'invitations',
  'access',
  'sites',
  'visits',
  'settings',
  'log',
  'denied',
] as const;
export type AuditTopic = (typeof auditTopics)[number];

const topicOfResource: Record<string, AuditTopic> = {
  user: 'people',
  invitation: 'invitations',
  session: 'access',
  password: 'access',
  recovery: 'access',
  key: 'settings',
  site: 'sites',
  visit: 'visits',
  organisation: 'settings',
  security: 'settings',
  licence: 'settings',
  clock: 'settings',
  mail: 'settings',
  audit: 'log',
  erasure: 'log',
  backup: 'settings',
  support: 'settings',
};

/** `null`: of no topic but `denied`. */
export function topicOf(action: string): AuditTopic | null {
  return topicOfResource[action.slice(0, action.indexOf('.'))] ?? null;
}
