import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { InvitationReadyDialog } from '../../../components/invitation/invitation-ready-dialog';
import { Panel } from '../../../components/panel';
import { RefusalAlert } from '../../../components/refusal-alert';
import { ReminderSwitch } from '../../../components/reminder-switch';
import { useNow } from '../../../ipc/app-state';
import { useRequest } from '../../../ipc/query';
import { ReminderRow } from './reminder-row';
import { ReminderTable } from './reminder-table';
import { ResendRefusedDialog } from './resend-refused-dialog';
import { useResend } from './use-resend';

/** Rows shown before more are asked for, unless that would hide a single one: the page is read in a glance. */
const few = 3;

/** Invitations that expire within a day, each with its way out of it. Nothing when there are none. */
export function Reminders() {
  const { t } = useTranslation('dashboard');
  const now = useNow();
  const { data, error } = useRequest('invitations.expiring', {});
  const [all, setAll] = useState(false);
  const { outcome, pendingId, resend, close } = useResend();
  const place = useRef<HTMLDivElement>(null);
  useFocusAfter(outcome !== null, place);
  const rows = data?.rows ?? [];
  const total = data?.total ?? 0;
  const shown = all || rows.length <= few + 1 ? rows : rows.slice(0, few);

  return (
    <Box ref={place} sx={{ display: 'contents' }}>
      <RefusalAlert error={error} />
      {rows.length > 0 && (
        <Panel labelledBy="reminders" fill>
          <Box sx={{ m: -6 }}>
            <Box sx={{ px: 6, pt: 4.5, pb: 4 }}>
              <Typography id="reminders" variant="section" component="h2">
                {t('reminders.title', { count: total })}
              </Typography>
              <Typography color="secondInk">{t('reminders.text')}</Typography>
            </Box>
            <ReminderTable aria-labelledby="reminders">
              <thead>
                <tr>
                  <th>{t('reminders.email')}</th>
                  <th>{t('reminders.access')}</th>
                  <th>{t('reminders.expires')}</th>
                  <th>{t('reminders.acts')}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((invitation) => (
                  <ReminderRow
                    key={invitation.id}
                    invitation={invitation}
                    now={now}
                    pending={invitation.id === pendingId}
                    onResend={() => resend(invitation)}
                  />
                ))}
              </tbody>
            </ReminderTable>
            {all && rows.length < total && (
              <Typography color="secondInk" sx={{ ...foot, py: 3 }}>
                {t('reminders.first', { shown: rows.length })}
              </Typography>
            )}
            <Box sx={{ ...foot, display: 'flex', alignItems: 'flex-start', gap: 4, py: 2.5 }}>
              <ReminderSwitch />
              {shown.length < rows.length && (
                <Button
                  variant="text"
                  onClick={() => setAll(true)}
                  sx={{ ml: 'auto', mr: -2, flexShrink: 0 }}
                >
                  {t('reminders.all', { count: rows.length })}
                </Button>
              )}
            </Box>
          </Box>
        </Panel>
      )}
      {outcome?.kind === 'ready' && <InvitationReadyDialog ready={outcome.ready} onClose={close} />}
      {outcome?.kind === 'refused' && (
        <ResendRefusedDialog
          email={outcome.invitation.email}
          error={outcome.error}
          onClose={close}
          onAgain={() => resend(outcome.invitation)}
        />
      )}
    </Box>
  );
}

const foot = { px: 6, borderTop: 1, borderColor: 'line' } as const;

/** The row that an outcome came from has left: the focus goes to the next one's button, else to the page's first control. */
function useFocusAfter(open: boolean, place: React.RefObject<HTMLElement | null>): void {
  const was = useRef(false);
  useEffect(() => {
    const closed = was.current && !open;
    was.current = open;
    if (!closed || (document.activeElement !== document.body && document.activeElement !== null)) return;
    const next = place.current?.querySelector<HTMLElement>('tbody button') ?? null;
    (next ?? document.querySelector<HTMLElement>('main a, main button'))?.focus();
  }, [open, place]);
}
