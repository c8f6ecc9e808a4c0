import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserDetail } from '../../../../core/contract/users';
import { RefusalAlert } from '../../../components/refusal-alert';
import { useCan, useNow } from '../../../ipc/app-state';
import { useRequest, useSend } from '../../../ipc/query';
import { notify } from '../../../stores/notifications';
import { SessionItem } from './session-item';
import { SheetSection } from './sheet-section';

/** Last use moves on without an event: every half minute is as fine as "3 min ago" needs. */
const refreshMs = 30_000;

/** Where somebody is signed in right now, and the way to end it. */
export function SessionList({ user }: { user: UserDetail }) {
  const { t } = useTranslation('users');
  const id = useId();
  const ends = useCan()('session.end');
  const now = useNow();
  const { data, error } = useRequest('session.list', { userId: user.id }, { refetchInterval: refreshMs });
  const list = useRef<HTMLUListElement>(null);
  /** The button that was pressed goes with its session; the focus must not. */
  const told = (text: string) => {
    list.current?.focus();
    notify(text);
  };
  const end = useSend('session.end', {
    onSuccess: () => told(t('sessions.ended', { name: user.displayName })),
  });
  const endAll = useSend('session.endAll', {
    onSuccess: () => told(t('sessions.endedAll', { name: user.displayName })),
  });
  const sessions = data?.sessions ?? [];

  return (
    <SheetSection
      id={id}
      title={t('sessions.title')}
      action={
        ends &&
        sessions.length > 0 && (
          <Button
            variant="text"
            disabled={endAll.isPending}
            onClick={() => endAll.mutate({ userId: user.id })}
            sx={{ height: 28, mr: -2 }}
          >
            {t('sessions.endAll')}
          </Button>
        )
      }
    >
      <Box component="ul" ref={list} tabIndex={-1} aria-labelledby={id} sx={rows}>
        {sessions.map((session) => (
          <SessionItem
            key={session.id}
            session={session}
            now={now}
            pending={end.isPending}
            onEnd={ends && !session.current ? () => end.mutate({ id: session.id }) : null}
          />
        ))}
        {data !== undefined && sessions.length === 0 && (
          <Typography component="li" variant="body2" color="secondInk">
            {t('sessions.none')}
          </Typography>
        )}
      </Box>
      <RefusalAlert error={error ?? end.error ?? endAll.error} />
    </SheetSection>
  );
}

const rows = { m: 0, p: 0, listStyle: 'none', display: 'grid', gap: 2.5, outline: 'none' } as const;
