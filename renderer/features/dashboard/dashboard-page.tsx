import { useTranslation } from 'react-i18next';
import { PageHead } from '../../components/page-head';
import { useFormat } from '../../i18n/format';
import { useCan, useNow, useSession } from '../../ipc/app-state';
import { DirectoryOverview } from './directory-overview';
import { OwnAccess } from './own-access';

/** The first page: the state of the directory for those who may see it, one's own access for everybody. */
export function DashboardPage() {
  const { t } = useTranslation('dashboard');
  const session = useSession();
  const can = useCan();
  const format = useFormat();
  const now = useNow();
  return (
    <>
      <PageHead title={t('title')} facts={format.day(now)} />
      {can('user.list') && <DirectoryOverview />}
      <OwnAccess session={session} />
    </>
  );
}
