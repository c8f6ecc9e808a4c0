import type { ParsedInput, RequestOutput } from '../../contract';
import type { Actor } from '../actor';
import type { UseCaseDeps } from '../deps';

export interface VisitsService {
  page(actor: Actor, input: ParsedInput<'visits.page'>): RequestOutput<'visits.page'>;
  hosts(actor: Actor, input: ParsedInput<'visits.hosts'>): RequestOutput<'visits.hosts'>;
  register(actor: Actor, input: ParsedInput<'visits.register'>): RequestOutput<'visits.register'>;
  checkIn(actor: Actor, input: ParsedInput<'visits.checkIn'>): RequestOutput<'visits.checkIn'>;
  checkOut(actor: Actor, input: ParsedInput<'visits.checkOut'>): RequestOutput<'visits.checkOut'>;
  cancel(actor: Actor, input: ParsedInput<'visits.cancel'>): RequestOutput<'visits.cancel'>;
}

export function createVisits(_deps: UseCaseDeps): VisitsService {
  const notBuilt = (): never => {
    throw new Error('not built');
  };
  return {
    page: notBuilt,
    hosts: notBuilt,
    register: notBuilt,
    checkIn: notBuilt,
    checkOut: notBuilt,
    cancel: notBuilt,
  };
}
