import { contract, type RouteName } from '../../../core/contract';
import type { AppError } from '../../../core/errors/app-error';
import type { Handlers } from '../request-context';
import type { AlwaysHandlers } from './app';

/** While there is no database to work with, everything answers why, but for the state of the window and what can help. */
export function refusingHandlers(refusal: AppError, but: AlwaysHandlers & Partial<Handlers>): Handlers {
  const refuse = () => {
    throw refusal;
  };
  const names = Object.keys(contract) as RouteName[];
  const refusing = Object.fromEntries(names.map((name) => [name, refuse])) as Record<RouteName, () => never>;
  return { ...refusing, ...but };
}
