import type { AuditAction, AuditTopic, RefusedAction } from '../../core/domain/audit';
import type { EmailProblem, ErrorCode, NameProblem } from '../../core/errors/catalogue';
import auditDe from './locales/de/audit.json';
import backupsDe from './locales/de/backups.json';
import commonDe from './locales/de/common.json';
import dashboardDe from './locales/de/dashboard.json';
import entryDe from './locales/de/entry.json';
import errorsDe from './locales/de/errors.json';
import fieldsDe from './locales/de/fields.json';
import hintsDe from './locales/de/hints.json';
import licenceDe from './locales/de/licence.json';
import mailDe from './locales/de/mail.json';
import manyDe from './locales/de/many.json';
import paperDe from './locales/de/paper.json';
import recoveryDe from './locales/de/recovery.json';
import restoreDe from './locales/de/restore.json';
import settingsDe from './locales/de/settings.json';
import sitesDe from './locales/de/sites.json';
import usersDe from './locales/de/users.json';
import visitsDe from './locales/de/visits.json';
import auditEn from './locales/en/audit.json';
import backupsEn from './locales/en/backups.json';
import commonEn from './locales/en/common.json';
import dashboardEn from './locales/en/dashboard.json';
import entryEn from './locales/en/entry.json';
import errorsEn from './locales/en/errors.json';
import fieldsEn from './locales/en/fields.json';
import hintsEn from './locales/en/hints.json';
import licenceEn from './locales/en/licence.json';
import mailEn from './locales/en/mail.json';
import manyEn from './locales/en/many.json';
import paperEn from './locales/en/paper.json';
import recoveryEn from './locales/en/recovery.json';
import restoreEn from './locales/en/restore.json';
import settingsEn from './locales/en/settings.json';
import sitesEn from './locales/en/sites.json';
import usersEn from './locales/en/users.json';
import visitsEn from './locales/en/visits.json';

/** Rules a field can break: the messages of core/contract/fields.ts and of the forms' own checks. */
export type FieldRule =
  | 'required'
  | 'invalid'
  | 'id'
  | `email.${EmailProblem}`
  | `name.${NameProblem}`
  | 'password.too_short'
  | 'password.too_long'
  | 'password.mismatch'
  | 'password.generate'
  | 'list.empty'
  | 'list.too_long'
  | 'number'
  | 'moment'
  | 'mail.host'
  | 'passphrase.too_short'
  | 'passphrase.too_long'
  | 'passphrase.mismatch'
  | 'text.too_long';

/** `user.create` as a key of texts. */
type TextKey<A extends string> = A extends `${infer Resource}.${infer Act}` ? `${Resource}_${Act}` : never;
type OnlyRefused = 'access.denied' | 'password.verify' | 'invitation.look_up';

const en = {
  // One sentence for each action that can be done, and for each that can be refused.
  audit: auditEn satisfies {
    done: Record<TextKey<Exclude<AuditAction, OnlyRefused>>, string>;
    denied: Record<TextKey<RefusedAction>, string>;
    topic: Record<AuditTopic, string>;
  },
  backups: backupsEn,
  common: commonEn,
  dashboard: dashboardEn,
  entry: entryEn,
  // One text per code and rule: a missing one does not compile.
  errors: errorsEn satisfies Record<ErrorCode, string>,
  fields: fieldsEn satisfies Record<FieldRule, string>,
  hints: hintsEn,
  licence: licenceEn,
  mail: mailEn,
  many: manyEn,
  paper: paperEn,
  recovery: recoveryEn,
  restore: restoreEn,
  settings: settingsEn,
  sites: sitesEn,
  users: usersEn,
  visits: visitsEn,
};

/** The English texts say which keys there are; every other language has the same ones. */
export type Texts = typeof en;

const de: Texts = {
  audit: auditDe,
  backups: backupsDe,
  common: commonDe,
  dashboard: dashboardDe,
  entry: entryDe,
  errors: errorsDe,
  fields: fieldsDe,
  hints: hintsDe,
  licence: licenceDe,
  mail: mailDe,
  many: manyDe,
  paper: paperDe,
  recovery: recoveryDe,
  restore: restoreDe,
  settings: settingsDe,
  sites: sitesDe,
  users: usersDe,
  visits: visitsDe,
};

export const resources = { en, de };
export const namespaces = Object.keys(en) as (keyof Texts)[];
