import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { type MouseEvent, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionMenu } from '../../components/action-menu';
import { ChevronDownIcon } from '../../components/icons';
import { PageHead } from '../../components/page-head';
import { useCan } from '../../ipc/app-state';
import { useRequest } from '../../ipc/query';
import type { Act } from './acts/act';

interface UsersHeadProps {
  /** `undefined` until they are counted. */
  people: number | undefined;
  sites: number | undefined;
  onAct: (act: Act) => void;
  startFrom: (control: Element) => void;
}

export const UsersHead = memo(function UsersHead({ people, sites, onAct, startFrom }: UsersHeadProps) {
  const { t } = useTranslation('users');
  const can = useCan();
  const start = (act: Act) => (event: MouseEvent) => {
    startFrom(event.currentTarget);
    onAct(act);
  };
  const facts =
    people === undefined || sites === undefined ? (
      '\u00a0'
    ) : (
      <>
        {[t('facts.people', { count: people }), t('facts.sites', { count: sites })].join(' · ')}
        <Seats />
      </>
    );

  return (
    <PageHead
      title={t('title')}
      facts={facts}
      actions={
        <>
          <More onAct={onAct} startFrom={startFrom} />
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
});

/** Acts on many people at once. */
function More({ onAct, startFrom }: Pick<UsersHeadProps, 'onAct' | 'startFrom'>) {
  const { t } = useTranslation('users');
  if (!useCan()('invitation.create')) return null;
  return (
    <ActionMenu
      actions={[{ label: t('acts.inviteMany'), onSelect: () => onAct({ kind: 'inviteMany' }) }]}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      trigger={({ onClick, ...trigger }) => (
        <Button
          {...trigger}
          endIcon={<ChevronDownIcon />}
          onClick={(event) => {
            startFrom(event.currentTarget);
            onClick(event);
          }}
        >
          {t('acts.more')}
        </Button>
      )}
    />
  );
}

/** What the licence allows, for those who look after it. A reached limit is a fact, said in the colour of what waits. */
function Seats() {
  const { t } = useTranslation('users');
  const mayRead = useCan()('licence.read');
  const { data } = useRequest('licence.get', {}, { enabled: mayRead });
  if (data === undefined || data.users.limit === null) return null;
  const { used, limit } = data.users;
  const taken = used >= limit;
  return (
    <>
      {' · '}
      <Box component="span" sx={{ color: taken ? 'pending' : undefined }}>
        {t(taken ? 'facts.seatsTaken' : 'facts.seats', { used, limit })}
      </Box>
    </>
  );
}
