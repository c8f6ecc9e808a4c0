import Button from '@mui/material/Button';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Statistics } from '../../../core/contract/users';
import { PageHead } from '../../components/page-head';
import { useCan } from '../../ipc/app-state';
import type { Act } from './acts/act';

interface UsersHeadProps {
  statistics: Statistics | undefined;
  onAct: (act: Act) => void;
  startFrom: (control: Element) => void;
}

export function UsersHead({ statistics, onAct, startFrom }: UsersHeadProps) {
  const { t } = useTranslation('users');
  const can = useCan();
  const start = (act: Act) => (event: MouseEvent) => {
    startFrom(event.currentTarget);
    onAct(act);
  };
  const facts = statistics && [
    t('facts.people', { count: statistics.users.total }),
    t('facts.sites', { count: statistics.sites }),
  ];

  return (
    <PageHead
      title={t('title')}
      facts={facts?.join(' · ') ?? '\u00a0'}
      actions={
        <>
          {can('user.create') && <Button onClick={start({ kind: 'add' })}>{t('acts.add')}</Button>}
          {can('invitation.create') && (
            <Button variant="contained" onClick={start({ kind: 'invite' })}>
              {t('acts.invite')}
            </Button>
          )}
        </>
      }
    />
  );
}
