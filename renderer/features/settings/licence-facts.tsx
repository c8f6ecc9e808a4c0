import { useTranslation } from 'react-i18next';
import { rolesOf } from '../../../core/domain/role';
import { type Fact, Facts } from '../../components/facts';
import { useFormat } from '../../i18n/format';
import { useRoleModel, useRoleNames } from '../../i18n/role-name';
import type { Licence } from './licence';

/** Whose licence it is and how long it holds, and what it counts as a seat. */
export function LicenceFacts({ licence: { licence, seats } }: { licence: Licence }) {
  const { t } = useTranslation('licence');
  const format = useFormat();
  const roleNames = useRoleNames();
  const known = rolesOf(useRoleModel());
  const roles = known.filter((role) => seats.roles.includes(role));
  const states = seats.states.map((state) => t(`seats.${state}`));
  const own: Fact[] =
    licence === null
      ? []
      : [
          { label: t('facts.customer'), value: licence.customer },
          { label: t('facts.until'), value: format.dateTime(licence.validUntil) },
          { label: t('facts.grace'), value: format.dateTime(licence.graceUntil) },
          { label: t('facts.imported'), value: format.dateTime(licence.importedAt) },
          { label: t('facts.id'), value: licence.id },
        ];
  return (
    <Facts
      facts={[
        ...own,
        {
          label: t('facts.seats'),
          value: t(roles.length === known.length ? 'seats.everyRole' : 'seats.someRoles', {
            roles: format.list(roles.map((role) => roleNames[role])),
            states: format.list(states),
          }),
        },
      ]}
    />
  );
}
