import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { usualSeats } from '../../core/domain/licence';
import type { LicenceKeys } from '../../core/ports';
import type { Actor } from '../../core/services/actor';
import type { LicenceService } from '../../core/services/licence/create-licence';
import { signLicence } from '../licence/sign';
import { day } from './acts';
import { organisationName } from './cast';

const development = (half: 'public' | 'private') =>
  readFileSync(join(process.cwd(), 'test', 'support', 'licence', `development-${half}.pem`), 'utf8');

export const developmentKeys = (): LicenceKeys => ({ publicKeys: [development('public')] });

/**
 * Buys the organisation a licence it fits into, with room to try things out. Signed with the development key, which an app
 * outside a package believes; a packaged one opens the same data on Community.
 */
export async function licenseDemo(
  licence: LicenceService,
  actor: Actor,
  { users, from, now }: { users: number; from: number; now: number },
): Promise<void> {
  const file = await signLicence(
    {
      format: 1,
      id: 'demo',
      customer: organisationName,
      organisationId: null,
      tier: 'Demo',
      limits: { users: fitting(users), sites: 20, checkInsPerMonth: Math.max(10_000, users * 20) },
      seats: usualSeats,
      issuedAt: from,
      validUntil: now + 400 * day,
    },
    development('private'),
  );
  await licence.import(actor, { file });
}

/**
 * Pending invitations take a seat too. The largest have no limit: counting everybody at each of a hundred thousand acts
 * would take longer than the acts.
 */
function fitting(users: number): number | null {
  return users > 20_000 ? null : Math.ceil((users * 1.25 + 15) / 50) * 50;
}
