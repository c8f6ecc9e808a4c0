import { z } from 'zod';
import { appState } from './app';
import { email, name, newPassword, roleModel } from './fields';
import { open, route } from './route';

export const createOrganisation = z.strictObject({
  organisationName: name,
  siteName: name,
  displayName: name,
  email,
  password: newPassword,
  roleModel,
});
export type CreateOrganisation = z.infer<typeof createOrganisation>;

export const setupContract = {
  /**
   * The first run: organisation, first site and first Tenant-Admin in one transaction, who is then signed in.
   * Errors: `setup.already_done`, `password.*`.
   */
  'setup.create': route(open, createOrganisation, appState),
};
