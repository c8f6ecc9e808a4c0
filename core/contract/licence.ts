import { z } from 'zod';
import { seatStates } from '../domain/licence';
import { roles } from '../domain/role';
import { id, nothing, timestamp } from './fields';
import { route, sees, signedIn, writes } from './route';

const licenceState = z.enum(['active', 'grace', 'readOnly']);

/** What is used of what is allowed; `limit: null`: unlimited. */
export const usage = z.strictObject({ used: z.number().int(), limit: z.number().int().nullable() });
export type Usage = z.infer<typeof usage>;

export const licenceContract = {
  'licence.get': route(
    sees('licence.read'),
    nothing,
    z.strictObject({
      state: licenceState,
      /** As the licence names it; `Community` without one. */
      tier: z.string(),
      /** `null`: the built-in Community tier, which has no end. */
      licence: z
        .strictObject({
          id: z.string(),
          customer: z.string(),
          validUntil: timestamp,
          /** End of the grace period: from then on read-only. */
          graceUntil: timestamp,
          importedAt: timestamp,
        })
        .nullable(),
      /** The kept licence can't be read any more (its key is gone, or the file was altered): Community applies. */
      unreadable: z.boolean(),
      /** Which roles and states take a seat. */
      seats: z.strictObject({
        roles: z.array(z.enum(roles)),
        states: z.array(z.enum(seatStates)),
      }),
      users: usage,
      sites: usage,
      /** Of this calendar month. */
      checkIns: usage,
      /**
       * When the seats run out if people keep coming as in the last 90 days; `null`: not in sight, nothing left already, or
       * not to be told from the rows (core/services/licence/counts.ts).
       */
      seatsRunOutAt: timestamp.nullable(),
      organisationId: id,
    }),
  ),
  /** What every signed-in window must say: grace and read-only concern all who work here. */
  'licence.notice': route(
    signedIn,
    nothing,
    z.strictObject({
      state: licenceState,
      validUntil: timestamp.nullable(),
      graceUntil: timestamp.nullable(),
    }),
  ),
  /**
   * The text of a licence file. Errors: `licence.garbage`, `licence.tampered` (no key we know signed it),
   * `licence.foreign` (another organisation's), `licence.expired`, `licence.no_key` (this build knows no key).
   */
  'licence.import': route(
    writes('licence.import'),
    z.strictObject({ file: z.string().max(100_000) }),
    z.strictObject({ tier: z.string(), validUntil: timestamp }),
  ),
};
