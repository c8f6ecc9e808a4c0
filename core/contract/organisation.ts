import { z } from 'zod';
import { initialPasswordModes, settingRanges } from '../domain/settings';
import { id, name, nothing, roleModel, version } from './fields';
import { route, sees, writes } from './route';

const whole = ({ minimum, maximum }: { minimum: number; maximum: number }) =>
  z.number({ error: 'number' }).int('number').min(minimum, 'number').max(maximum, 'number');

/** What Settings → Security lets the organisation decide. */
export const securitySettings = z.strictObject({
  delegation: z.boolean(),
  initialPassword: z.enum(initialPasswordModes),
  temporaryPasswordHours: whole(settingRanges.temporaryPasswordHours),
  idleLockMinutes: whole(settingRanges.idleLockMinutes),
});

const personRef = z.strictObject({ id, name: z.string() });

export const organisationContract = {
  'organisation.get': route(
    sees('organisation.read'),
    nothing,
    z.strictObject({
      id,
      version,
      name: z.string(),
      roleModel,
      ...securitySettings.shape,
      visitRetentionDays: z.number().int(),
    }),
  ),
  /**
   * Name, role model and how long visits are kept. Errors: `organisation.changed_meanwhile`, `organisation.two_roles_refused`
   * (with who stands in the way).
   */
  'organisation.update': route(
    writes('organisation.update'),
    z.strictObject({ version, name, roleModel, visitRetentionDays: whole(settingRanges.visitRetentionDays) }),
    z.strictObject({ version }),
  ),
  /** Who stands in the way of Two roles: Site-Admins, people with several sites, and live invitations of either kind. */
  'organisation.twoRolesPreview': route(
    sees('organisation.update'),
    nothing,
    z.strictObject({
      /** At most 20 of each; the counts are whole. */
      siteAdmins: z.array(personRef),
      siteAdminCount: z.number().int(),
      manySites: z.array(personRef),
      manySitesCount: z.number().int(),
      invitations: z.array(z.strictObject({ id, email: z.string() })),
      invitationCount: z.number().int(),
    }),
  ),
};
