import { z } from 'zod';
import { type AccessSettings, can } from '../../../core/access/permissions';
import { contract, type RouteName } from '../../../core/contract';
import type { Route } from '../../../core/contract/route';
import type { Role } from '../../../core/domain/role';
import { formOf } from './error-forms';

/** Who the requests come from. */
export type Asking =
  | { as: 'failed' }
  | { as: 'notSetUp' }
  | { as: 'nobody' }
  | { as: 'locked' }
  | { as: 'passwordDue' }
  | { as: 'person'; role: Role; settings: AccessSettings };

const answerForm = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: z.strictObject({ code: z.string(), data: z.unknown() }) }),
]);

export interface Judged {
  /** `ok`, or the code of the refusal. */
  outcome: string;
  /** What is wrong with the answer; `null`: nothing. */
  wrong: string | null;
}

/**
 * An answer has the form its route promises, or is a refusal of the catalogue; it is `ok` only where the contract lets
 * that person in; and it holds none of the secrets.
 */
export function judge(route: unknown, answer: unknown, who: Asking, secrets: readonly string[]): Judged {
  const parsed = answerForm.safeParse(answer);
  if (!parsed.success) return { outcome: 'untyped', wrong: 'has no form an answer has' };
  const outcome = parsed.data.ok ? 'ok' : parsed.data.error.code;
  const wrong = parsed.data.ok ? wrongValue(route, parsed.data.value, who) : wrongError(parsed.data.error);
  const said = JSON.stringify(answer);
  // Whoever may renew the recovery kit is shown it.
  const told = route === 'recovery.renew' ? undefined : secrets.find((secret) => said.includes(secret));
  return { outcome, wrong: wrong ?? (told === undefined ? null : 'tells a secret') };
}

function wrongValue(route: unknown, value: unknown, who: Asking): string | null {
  if (typeof route !== 'string' || !Object.hasOwn(contract, route)) return 'a route nobody knows answered';
  const { access, output }: Route = contract[route as RouteName];
  if (!mayAsk(route as RouteName, access, who)) return `was let through as ${JSON.stringify(who)}`;
  const fits = output.safeParse(value);
  return fits.success ? null : `isn't what the route promises: ${fits.error.message.slice(0, 300)}`;
}

function wrongError({ code, data }: { code: string; data?: unknown }): string | null {
  if (code === 'request.failed') return 'broke inside';
  const form = formOf(code);
  if (form === null) return 'is an error of no catalogue';
  return form.safeParse(data).success ? null : `carries other facts than its code: ${JSON.stringify(data)}`;
}

const rescues: readonly RouteName[] = ['rescue.found', 'rescue.choose', 'rescue.compare', 'rescue.run'];

/** By the contract, written down a second time: the states a window can be in, and what each still answers. */
function mayAsk(route: RouteName, access: Route['access'], who: Asking): boolean {
  if (route === 'app.state') return true;
  if (who.as === 'failed') return route === 'app.openAgain' || rescues.includes(route);
  if (who.as === 'notSetUp') return route === 'setup.create' || rescues.includes(route);
  if (who.as === 'nobody') return access.kind === 'public';
  if (who.as === 'locked') return access.kind === 'session' && access.whenLocked === true;
  if (access.kind === 'public') return true;
  if (who.as === 'passwordDue') return access.kind === 'session' && access.whenPasswordDue === true;
  return access.kind === 'session' || can(who.role, access.permission, who.settings);
}
