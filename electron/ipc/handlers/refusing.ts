import { contract, type RouteName } from '../../../core/contract';
import type { AppError } from '../../../core/errors/app-error';
import type { Handlers } from '../request-context';
import type { AlwaysHandlers } from './app';

/** While there is no database to work with, everything but the state of the window answers why. */
export function refusingHandlers(refusal: AppError, always: AlwaysHandlers): Handlers {
  const refuse = () => {
    throw refusal;
  };
  const names = Object.keys(contract) as RouteName[];
  const refusing = Object.fromEntries(names.map((name) => [name, refuse])) as Record<RouteName, () => never>;
  return { ...refusing, ...always };
}
