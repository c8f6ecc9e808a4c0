import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { listStatus } from '../../../../core/contract/users';
import { rolesOf } from '../../../../core/domain/role';
import { FilterSelect } from '../../../components/filter-select';
import { useRoleModel, useRoleNames } from '../../../i18n/role-name';
import { useSites } from '../use-sites';
import type { Filters } from './filters';

interface FilterFieldsProps {
  status: Filters['status'];
  role: Filters['role'];
  siteId: Filters['siteId'];
  onChange: (part: Partial<Filters>) => void;
}

/** The three filters, which typing in the search box leaves alone: in a row above the table, or one below the other behind a button in a narrow window. */
export const FilterFields = memo(function FilterFields(props: FilterFieldsProps) {
  const { onChange } = props;
  const { t } = useTranslation(['users', 'common']);
  const roleModel = useRoleModel();
  const roleNames = useRoleNames();
  const { sites } = useSites();
  const any = t('common:any');

  return (
    <>
      <FilterSelect
        label={t('users:toolbar.status')}
        anyLabel={any}
        value={props.status}
        options={listStatus.options.map((status) => ({ value: status, label: t(`common:status.${status}`) }))}
        onChange={(value) =>
          onChange({ status: listStatus.options.find((status) => status === value) ?? null })
        }
      />
      <FilterSelect
        label={t('users:toolbar.role')}
        anyLabel={any}
        value={props.role}
        options={rolesOf(roleModel).map((role) => ({ value: role, label: roleNames[role] }))}
        onChange={(value) => onChange({ role: rolesOf(roleModel).find((role) => role === value) ?? null })}
      />
      <FilterSelect
        label={t('users:toolbar.site')}
        anyLabel={any}
        value={props.siteId}
        options={sites.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(siteId) => onChange({ siteId })}
      />
    </>
  );
});
