import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../../components/empty-state';
import { Panel } from '../../../components/panel';
import { RefusalAlert } from '../../../components/refusal-alert';
import { useCan } from '../../../ipc/app-state';
import { useRequest, useSend } from '../../../ipc/query';
import { notify } from '../../../stores/notifications';
import { PanelSkeleton } from '../panel-skeleton';
import { OutboxTable } from './outbox-table';
import { useOutbox } from './use-outbox';

/** What waits, what failed and what was sent lately. It moves by itself. */
export function Outbox() {
  const { t } = useTranslation('mail');
  const id = useId();
  const can = useCan();
  const outbox = useOutbox();
  const { data: status } = useRequest('mail.status', {});
  const sendOne = useSend('invitations.sendNow');
  const sendAll = useSend('mail.sendAll', {
    onSuccess: ({ count }) => notify(t('outbox.sendingAll', { count })),
  });
  const sendNow = (invitationId: string): void => {
    sendAll.reset();
    sendOne.mutate({ id: invitationId });
  };
  const sendRest = (): void => {
    sendOne.reset();
    sendAll.mutate({});
  };
  if (outbox.data === undefined) return <PanelSkeleton height={160} error={outbox.error} />;
  const { messages } = outbox.data;
  const waiting = status !== undefined && status.queued + status.failed > 0;
  return (
    <Panel labelledBy={id}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 4, mb: 4 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography id={id} variant="section" component="h2">
            {t('outbox.title')}
          </Typography>
          <Typography color="secondInk" sx={{ mt: 0.5 }}>
            {t(waiting && !status.setUp ? 'outbox.introWaiting' : 'outbox.intro')}
          </Typography>
        </Box>
        {waiting && (
          <Button disabled={sendAll.isPending} onClick={sendRest}>
            {t('outbox.sendAll')}
          </Button>
        )}
      </Box>
      <Box sx={{ mb: 4, '&:empty': { display: 'none' } }}>
        <RefusalAlert error={sendOne.error ?? sendAll.error ?? outbox.error} />
      </Box>
      {messages.length === 0 ? (
        <Box sx={{ border: 1, borderColor: 'line', borderRadius: 1, '& > *': { py: 8 } }}>
          <EmptyState title={t('outbox.empty')} text={t('outbox.emptyText')} />
        </Box>
      ) : (
        <OutboxTable
          messages={messages}
          sending={sendOne.isPending}
          onSend={can('invitation.resend') ? sendNow : null}
        />
      )}
      {outbox.hasNextPage && (
        <Button
          variant="text"
          disabled={outbox.isFetchingNextPage}
          onClick={() => void outbox.fetchNextPage()}
          sx={{ height: 28, ml: -2, mt: 3 }}
        >
          {t('outbox.more')}
        </Button>
      )}
    </Panel>
  );
}
