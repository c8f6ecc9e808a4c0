import { contract, type RouteName } from '../../../core/contract';
import type { Failure } from '../app-state';
import type { Handlers } from '../request-context';
import type { AlwaysHandlers } from './app';

/** When the database can't be used everything but the state of the window answers the failure. */
export function failedHandlers(failure: Failure, always: AlwaysHandlers): Handlers {
  const refuse = () => {
    throw failure;
  };
  const names = Object.keys(contract) as RouteName[];
  const refusing = Object.fromEntries(names.map((name) => [name, refuse])) as Record<RouteName, () => never>;
  return { ...refusing, ...always };
}
