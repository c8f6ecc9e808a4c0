import type { ParsedInput, RequestOutput } from '../../contract';
import { licenceState } from '../../domain/licence';
import type { Actor } from '../actor';
import type { ServiceDeps } from '../deps';
import { createGate, type LicenceGate } from './gate';
import { licenceImport } from './import-licence';
import { createInForce } from './in-force';
import { licenceNotice, licenceView } from './licence-view';

export interface LicenceService {
  gate: LicenceGate;
  /** Reads the kept licence and checks its signature; to be awaited once before anything is asked. Never fails. */
  load(): Promise<void>;
  get(actor: Actor): RequestOutput<'licence.get'>;
  notice(): RequestOutput<'licence.notice'>;
  import(actor: Actor, input: ParsedInput<'licence.import'>): Promise<RequestOutput<'licence.import'>>;
  /** Due work: tells the windows when time alone has ended the licence or its grace period. */
  timePasses(): void;
}

/** Until it is loaded, Community applies. */
export function createLicence({ db, clock, announce, licenceKeys }: ServiceDeps): LicenceService {
  const inForce = createInForce();
  const state = () => licenceState(inForce.terms().validUntil, clock.now());
  let seen = state();
  return {
    gate: createGate({ clock, terms: inForce.terms }),
    async load() {
      await inForce.load(db, licenceKeys);
      seen = state();
    },
    get: licenceView({ db, clock, inForce }),
    notice: licenceNotice({ clock, inForce }),
    import: licenceImport({ db, announce, licenceKeys, inForce }),
    timePasses() {
      const before = seen;
      seen = state();
      if (seen !== before) announce({ kind: 'licence' });
    },
  };
}
