import { expect, test } from 'vitest';
import { can, permissions, permissionsOf } from '../../../core/access/permissions';
import { reaches, siteScope } from '../../../core/access/scope';
import { roleProblem, roleRank, roles, rolesOf } from '../../../core/domain/role';

test.each([
  ['three', 'tenant_admin', 0, null],
  ['three', 'site_admin', 3, null],
  ['three', 'member', 0, 'role.needs_site'],
  ['two', 'member', 1, null],
  ['two', 'member', 2, 'role.one_site_only'],
  ['two', 'site_admin', 1, 'role.not_available'],
] as const)('in the model of %s roles a %s with %i sites: %s', (model, role, sites, problem) => {
  expect(roleProblem(model, role, sites)).toBe(problem);
});

test('roles are offered and ranked from the one with the most rights down', () => {
  expect(rolesOf('three')).toEqual(['tenant_admin', 'site_admin', 'member']);
  expect(rolesOf('two')).toEqual(['tenant_admin', 'member']);
  expect(roles.map(roleRank)).toEqual([3, 2, 1]);
});

test.each([false, true])(
  'a role with more rights may all that one with fewer may (delegation %s)',
  (delegation) => {
    const settings = { delegation };
    expect(permissionsOf('tenant_admin', settings)).toEqual(permissions);
    for (const permission of permissionsOf('member', settings)) {
      expect(can('site_admin', permission, settings)).toBe(true);
    }
    for (const permission of permissionsOf('site_admin', settings)) {
      expect(can('tenant_admin', permission, settings)).toBe(true);
    }
  },
);

test('"all sites" belongs to the role, and an empty list of sites reaches none', () => {
  expect(reaches(siteScope('tenant_admin', []), 'any')).toBe(true);
  expect(reaches(siteScope('site_admin', []), 'any')).toBe(false);
  expect(reaches(siteScope('site_admin', ['a']), 'a')).toBe(true);
  expect(reaches(siteScope('site_admin', ['a']), 'b')).toBe(false);
});
