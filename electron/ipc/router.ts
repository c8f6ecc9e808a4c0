import type { z } from 'zod';
import { contract, maxPayloadBytes, type RouteName } from '../../core/contract';
import type { Route } from '../../core/contract/route';
import { AppError } from '../../core/errors/app-error';
import type { WireError } from '../../core/errors/catalogue';
import type { Ids } from '../../core/ports';
import type { Log } from '../platform/log';
import type { Admission } from './admission';
import { malformed } from './malformed';
import { payloadProblem } from './payload';
import type { Handlers, RequestContext } from './request-context';

export interface Request {
  /** The window it came from; `null` when the sender is none of ours. */
  windowId: number | null;
  route: unknown;
  payload: unknown;
}

/** Any answer, before its type is known to the one who asked. */
export type AnyAnswer = { ok: true; value: unknown } | { ok: false; error: WireError };
export type Router = (request: Request) => Promise<AnyAnswer>;

interface RouterParts {
  handlers: Handlers;
  admit: Admission;
  ids: Ids;
  log: Pick<Log, 'fault'>;
  /** The refusal behind an error of the database, `null` when it is something else. */
  refusalOf?: (error: unknown) => AppError | null;
  /** Outside a packaged app: an answer that the contract doesn't know is a fault, so that tests find it. */
  checkAnswers: boolean;
}

/**
 * The one way in. Gates in order: sender, size and shape, known route, parse, access; then the handler. Whatever
 * happens, the answer is a value: a refusal we mean by its code, anything else as `request.failed` with a reference
 * to the log.
 */
export function createRouter({
  handlers,
  admit,
  ids,
  log,
  refusalOf = () => null,
  checkAnswers,
}: RouterParts): Router {
  async function answer({ windowId, route, payload }: Request): Promise<unknown> {
    if (windowId === null) throw new AppError('request.foreign_sender');
    refuseUnfit(payload, isKnownRoute(route) ? (contract[route] as Route).maxBytes : undefined);
    const name = knownRoute(route);
    // The one place where the types of single routes are given up: the record and the contract agree by their types.
    const { access, input, output }: Route = contract[name];
    const handle = handlers[name] as (input: unknown, context: RequestContext) => unknown;
    const parsed = input.safeParse(payload);
    if (!parsed.success) throw malformed(parsed.error);
    const value = await handle(parsed.data, admit(name, access, windowId));
    return checkAnswers ? checked(name, output, value) : value;
  }

  return async (request) => {
    try {
      return { ok: true, value: await answer(request) };
    } catch (error) {
      const known = refusalOf(error);
      const refusal = error instanceof AppError ? error : known;
      if (refusal !== null) return { ok: false, error: refusal.toWire() };
      const id = ids.next();
      log.fault(id, isKnownRoute(request.route) ? request.route : 'request', error);
      return { ok: false, error: { code: 'request.failed', data: { id } } };
    }
  };
}

function refuseUnfit(payload: unknown, limitBytes = maxPayloadBytes): void {
  const problem = payloadProblem(payload, limitBytes);
  if (problem === 'too_large') throw new AppError('request.too_large', { limitBytes });
  if (problem === 'not_json')
    throw new AppError('request.malformed', { fields: [{ path: '', rule: 'invalid' }] });
}

/** An own key of the contract: `constructor` and `__proto__` are no requests. */
function isKnownRoute(route: unknown): route is RouteName {
  return typeof route === 'string' && Object.hasOwn(contract, route);
}

function knownRoute(route: unknown): RouteName {
  if (!isKnownRoute(route)) throw new AppError('request.unknown_route');
  return route;
}

/** A handler that answers other than the contract says: a fault of ours. Names fields, never values. */
class ContractError extends Error {
  override readonly name = 'ContractError';
}

function checked(route: RouteName, output: z.ZodType, value: unknown): unknown {
  const result = output.safeParse(value);
  if (result.success) return result.data;
  const fields = result.error.issues.map((issue) => `${issue.path.join('.')} (${issue.code})`);
  throw new ContractError(`${route} answered other than the contract says: ${fields.join(', ')}`);
}
