import { Navigate } from 'react-router';
import { useCan, useSession } from '../../ipc/app-state';
import { settingsSections, useLastPage } from './last-page';

/** Settings open where they were left, else at the first page that is allowed. */
export function SettingsIndex() {
  const can = useCan();
  const { userId } = useSession();
  const last = useLastPage((state) => state.last);
  const allowed = settingsSections.filter(({ permission }) => permission === null || can(permission));
  const left = allowed.find(({ name }) => last?.userId === userId && last.name === name);
  return <Navigate to={`/settings/${(left ?? allowed[0])?.name ?? 'language'}`} replace />;
}
