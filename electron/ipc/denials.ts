import { contract, type RouteName } from '../../core/contract';
import { hasAllSites } from '../../core/domain/role';
import { AppError } from '../../core/errors/app-error';
import type { ErrorCode } from '../../core/errors/catalogue';
import type { Ids } from '../../core/ports';
import type { AuditLog, AuditSubject } from '../../core/services/audit-log/create-audit-log';
import { isRuleDenial } from '../../core/services/audit-log/rule-denials';
import type { Log } from '../platform/log';
import type { Handlers, RequestContext } from './request-context';

interface Parts {
  auditLog: Pick<AuditLog, 'denied'>;
  log: Pick<Log, 'fault'>;
  ids: Ids;
}

/**
 * The audit log's `denied`, for where a refusal is on its way: when the entry can't be written that is logged, and the
 * person still hears why they were refused.
 */
export function quietDenials({ auditLog, log, ids }: Parts): AuditLog['denied'] {
  return (actor, attempt) => {
    try {
      auditLog.denied(actor, attempt);
    } catch (error) {
      log.fault(ids.next(), 'denied', error);
    }
  };
}

/** The handlers, with what their use cases refuse noted in the audit log (product.md §9). */
export function withDenialsNoted(handlers: Handlers, denied: AuditLog['denied']): Handlers {
  const noted = Object.entries(handlers).map(([name, handle]) => {
    const route = name as RouteName;
    const answer = async (input: never, context: RequestContext): Promise<unknown> => {
      try {
        return await handle(input, context);
      } catch (error) {
        if (error instanceof AppError && isDenial(route, context, error.code))
          denied(context.actor, { route, reason: error.code, subject: subjectOf(route, input) });
        throw error;
      }
    };
    return [name, answer];
  });
  return Object.fromEntries(noted) as Handlers;
}

/**
 * To a person of some sites what lies outside them isn't there. Looking for it may be a stale list; writing to it is an
 * attempt worth knowing of.
 */
function isDenial(route: RouteName, { actor }: RequestContext, code: ErrorCode): boolean {
  if (isRuleDenial(code)) return true;
  const { access } = contract[route];
  const outside = actor !== null && !hasAllSites(actor.role) && code.endsWith('.not_found');
  return outside && access.kind === 'permission' && access.write;
}

const subjectTypes: Partial<Record<string, AuditSubject['type']>> = {
  users: 'user',
  invitations: 'invitation',
  sites: 'site',
  visits: 'visit',
  session: 'session',
};

/** Whom or what it was about, when the request names one. */
function subjectOf(route: RouteName, input: { id?: string; userId?: string }): AuditSubject | undefined {
  if (input.userId !== undefined) return { type: 'user', id: input.userId };
  const type = subjectTypes[route.slice(0, route.indexOf('.'))];
  return type === undefined || input.id === undefined ? undefined : { type, id: input.id };
}
