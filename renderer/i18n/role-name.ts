import { createContext, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role, RoleModel } from '../../core/domain/role';

/** The organisation's role model decides what roles are called. Given by the app, so that texts need no request. */
const RoleModelContext = createContext<RoleModel>('three');
export const RoleModelProvider = RoleModelContext.Provider;

export function useRoleModel(): RoleModel {
  return useContext(RoleModelContext);
}

/** What each stored role is called in this organisation. */
export function useRoleNames(): Readonly<Record<Role, string>> {
  const { t } = useTranslation('common');
  const model = useRoleModel();
  return useMemo(
    () => ({
      tenant_admin: t(`roles.${model}.tenant_admin`),
      site_admin: t(`roles.${model}.site_admin`),
      member: t(`roles.${model}.member`),
    }),
    [t, model],
  );
}

/** The role's name as a function: `roleName(row.role)`. */
export function useRoleName(): (role: Role) => string {
  const names = useRoleNames();
  return (role) => names[role];
}
