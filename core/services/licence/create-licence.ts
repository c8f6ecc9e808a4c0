import type { ParsedInput, RequestOutput } from '../../contract';
import type { Actor } from '../actor';
import type { ServiceDeps } from '../deps';
import type { LicenceGate } from './gate';

export interface LicenceService {
  gate: LicenceGate;
  /** Reads the kept licence and checks its signature; to be awaited once before anything is asked. Never fails. */
  load(): Promise<void>;
  get(actor: Actor): RequestOutput<'licence.get'>;
  notice(): RequestOutput<'licence.notice'>;
  import(actor: Actor, input: ParsedInput<'licence.import'>): Promise<RequestOutput<'licence.import'>>;
}

export function createLicence(_deps: ServiceDeps): LicenceService {
  const nothing = () => undefined;
  const notBuilt = (): never => {
    throw new Error('not built');
  };
  return {
    gate: { requireWritable: nothing, requireSeat: nothing, requireSite: nothing, requireCheckIn: nothing },
    load: async () => undefined,
    get: notBuilt,
    notice: () => ({ state: 'active', validUntil: null, graceUntil: null }),
    import: notBuilt,
  };
}
