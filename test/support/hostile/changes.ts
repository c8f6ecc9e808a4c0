import { contract, type RouteName } from '../../../core/contract';

/**
 * What a route that answered `ok` may have changed, by the beginning of its name, the longest that fits. Whatever isn't
 * named here changes nothing.
 */
const directory = [
  'directory_entry',
  'directory_recent',
  'directory_site',
  'directory_accepted',
  'directory_count',
];
const people = [
  'user',
  'user_site',
  'credential',
  'session',
  'user_activity',
  'invitation',
  'invitation_site',
];
const mail = ['mail_message', 'mail_settings'];

const touched: Partial<Record<string, readonly string[]>> = {
  'app.setPreferences': ['preference'],
  'clock.confirm': ['clock_mark'],
  'setup.create': ['organisation', 'site', ...people, ...directory, 'licence'],
  session: [
    'session',
    'user_activity',
    'credential',
    'directory_entry',
    'directory_count',
    'directory_recent',
  ],
  users: [...people, ...directory, 'sign_in_back_off', 'mail_message', 'preference', 'visit'],
  invitations: [...people, ...directory, 'mail_message'],
  sites: ['site', ...people, ...directory, 'mail_message'],
  security: ['organisation'],
  organisation: ['organisation', 'visit'],
  recovery: ['recovery_code', 'credential', 'session', 'sign_in_back_off', ...directory],
  licence: ['licence'],
  mail,
  visits: ['visit'],
  backups: ['backup_settings', 'backup_outcome'],
};

/** Whatever the desk does by itself, and what every request may leave: notes, attempts, when a session was last used. */
const always = new Set([
  'audit_event',
  'personal_value',
  'sync_state',
  'clock_mark',
  'sign_in_back_off',
  'session',
  'user_activity',
  // A backup that is due.
  'backup_outcome',
  // Lists sort by the latest activity.
  'directory_entry',
  'directory_recent',
]);

/**
 * Tables that changed without a request that may change them.
 * @param done the routes that answered `ok`
 * @param byItself what the desk changes on its own besides
 */
export function unexplained(
  changed: readonly string[],
  done: ReadonlySet<string>,
  byItself: readonly string[] = [],
): string[] {
  const explained = new Set([...byItself, ...[...done].flatMap(mayTouch)]);
  // What desks would exchange follows the rows.
  const rows = explained.size > 0 ? ['change_op'] : [];
  return changed.filter((table) => !always.has(table) && !explained.has(table) && !rows.includes(table));
}

function mayTouch(route: string): readonly string[] {
  const { access } = contract[route as RouteName];
  if (access.kind === 'permission' && !access.write) return [];
  return touched[route] ?? touched[route.slice(0, route.indexOf('.'))] ?? [];
}
