import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditEntryView } from '../../../core/contract/audit';
import { useFormat } from '../../i18n/format';
import { resources, type Texts } from '../../i18n/resources';
import { useRoleNames } from '../../i18n/role-name';

/** What a sentence is made of. Where it is clear whom it is about, as in a person's own history, there is no subject. */
export interface ToldEntry extends Pick<AuditEntryView, 'action' | 'outcome' | 'actor'> {
  subject?: AuditEntryView['subject'];
  facts?: AuditEntryView['facts'];
}

type Audit = Texts['audit'];

export interface EntryTexts {
  /** "Ada Lindqvist deactivated Bruno Keller." */
  sentence(entry: ToldEntry): string;
  actor(entry: Pick<ToldEntry, 'actor' | 'outcome'>): string;
  /** What a fact or a changed field is called. */
  field(name: string): string;
  value(field: string, value: string | null): string;
}

/** What an entry of the audit log says. An action this version knows no sentence for is named as it is. */
export function useEntryTexts(): EntryTexts {
  const { t } = useTranslation(['audit', 'common', 'visits', 'backups']);
  const format = useFormat();
  const roleNames = useRoleNames();

  return useMemo(() => {
    const actorOf: EntryTexts['actor'] = ({ actor, outcome }) => {
      // What the app does by itself succeeds; who is refused without a name stands before the sign-in.
      if (actor === null) return t(outcome === 'done' ? 'audit:app' : 'audit:stranger');
      return actor.name ?? t('audit:erased');
    };

    return {
      sentence: (entry) => {
        const key = entry.action.replaceAll('.', '_');
        const names = { actor: actorOf(entry), subject: entry.subject?.name ?? '' };
        return entry.outcome === 'denied' ? refusal(entry, key, names) : deed(entry, key, names);
      },
      actor: actorOf,
      field: (name) => {
        if (isKey(resources.en.common.field, name)) return t(`common:field.${name}`);
        return isKey(resources.en.audit.field, name) ? t(`audit:field.${name}`) : name;
      },
      value: (field, value) => {
        if (value === null || value === '') return t('common:dash');
        if (value === 'true' || value === 'false') return t(value === 'true' ? 'audit:yes' : 'audit:no');
        if (field === 'role' && isKey(roleNames, value)) return roleNames[value];
        if (field === 'roleModel' && isKey(resources.en.common.roles, value))
          return t(`audit:roleModel.${value}`);
        if (field === 'state' && isKey(resources.en.visits.state, value)) return t(`visits:state.${value}`);
        if (field === 'topic' && isKey(resources.en.audit.topic, value)) return t(`audit:topic.${value}`);
        if (field === 'kind' && isKey(resources.en.backups.kind, value)) return t(`backups:kind.${value}`);
        if (field === 'schedule' && isKey(resources.en.backups.schedule, value))
          return t(`backups:schedule.${value}`);
        if (field === 'keep' && isKey(resources.en.backups.keep, value)) return t(`backups:keep.${value}`);
        if (field === 'size' && /^\d+$/.test(value)) return format.bytes(Number(value));
        if (field === 'status' && isKey(resources.en.common.status, value))
          return t(`common:status.${value}`);
        const code = `${field}_${value.replaceAll('.', '_')}`;
        if (isKey(resources.en.audit.coded, code)) return t(`audit:coded.${code}`);
        if (!/^\d{12,15}$/.test(value)) return value;
        if (field === 'leavesAt') return format.date(Number(value) - 1);
        return moments.test(field) ? format.dateTime(Number(value)) : value;
      },
    };

    function deed({ action }: ToldEntry, key: string, names: Names): string {
      if (names.subject !== '' && isKey(about, key)) return t(`audit:about.${key}`, names);
      if (isKey(done, key)) return t(`audit:done.${key}`, names);
      return t('audit:done.other', { actor: names.actor, action });
    }

    function refusal({ facts }: ToldEntry, key: string, names: Names): string {
      if (names.subject !== '' && isKey(refused, key)) return t(`audit:refused.${key}`, names);
      const tried = facts?.find(({ name }) => name === 'permission' || name === 'route')?.value;
      if (key === 'access_denied' && tried !== undefined) {
        const resource = tried.slice(0, tried.indexOf('.')).replace(/s$/, '');
        const what = t(`audit:attempt.${isKey(attempt, resource) ? resource : 'other'}`);
        return t('audit:tried', { actor: names.actor, what });
      }
      return t(`audit:denied.${isKey(denied, key) ? key : 'other'}`, names);
    }
  }, [t, format, roleNames]);
}

/** A type, not an interface: the texts take it as their blanks. */
type Names = { actor: string; subject: string };

const { about, done, refused, denied, attempt }: Audit = resources.en.audit;

/** Facts that are moments, UTC ms. */
const moments = /(At|Until)$|^(from|before)$/;

/** Actions and fields are plain strings for the compiler; whether there is a text for one shows at run time. */
function isKey<T extends object>(texts: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(texts, key);
}
