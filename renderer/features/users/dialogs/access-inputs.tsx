import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { hasAllSites, rolesOf, takesManySites } from '../../../../core/domain/role';
import { MultiSelectInput, SelectInput } from '../../../components/select-input';
import { useRoleModel, useRoleNames } from '../../../i18n/role-name';
import { useSession } from '../../../ipc/app-state';
import { useSites } from '../use-sites';
import type { AccessValues } from './access-form';

/** Role, and the site or sites it needs: **Site** with one choice in Two roles, **Site Access** with several in Three. */
export function AccessInputs() {
  const { t } = useTranslation('users');
  const model = useRoleModel();
  const roleNames = useRoleNames();
  const { sites } = useSites();
  const { role: ownRole } = useSession();
  // Whoever manages some sites only makes Members (product.md §2).
  const givable = hasAllSites(ownRole) ? rolesOf(model) : rolesOf(model).filter((one) => one === 'member');
  const { control } = useFormContext<{ access: AccessValues }>();
  const role = useWatch({ control, name: 'access.role' });
  const siteOptions = sites.map(({ id, name }) => ({ value: id, label: name }));

  return (
    <>
      <SelectInput
        control={control}
        name="access.role"
        label={t('fields.role')}
        helper={hasAllSites(role) ? t('fields.allSitesHelp') : undefined}
        options={givable.map((option) => ({ value: option, label: roleNames[option] }))}
      />
      {!hasAllSites(role) &&
        (takesManySites(model, role) ? (
          <MultiSelectInput
            control={control}
            name="access.siteIds"
            label={t('fields.siteAccess')}
            helper={t('fields.siteAccessHelp')}
            options={siteOptions}
          />
        ) : (
          <SelectInput
            control={control}
            name="access.siteIds.0"
            label={t('fields.site')}
            helper={t('fields.siteHelp')}
            options={siteOptions}
          />
        ))}
    </>
  );
}
