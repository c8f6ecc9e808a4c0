import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState, useSession } from '../ipc/app-state';
import { useSavePreferences } from '../ipc/preferences';
import { RefusalAlert } from './refusal-alert';

/** Turns the computer's notifications of invitations about to expire on and off, for the person alone, at once. */
export function ReminderSwitch() {
  const { t } = useTranslation('common');
  const id = useId();
  const { preferences } = useSession();
  const shows = useAppState().data?.showsNotifications ?? false;
  const save = useSavePreferences();
  return (
    <div>
      <FormControlLabel
        label={t('reminders.label')}
        control={
          <Checkbox
            size="small"
            disabled={!shows}
            checked={shows && preferences.invitationReminders}
            onChange={(_event, invitationReminders) => save.mutate({ invitationReminders })}
            slotProps={{ input: { 'aria-describedby': id } }}
          />
        }
      />
      <FormHelperText id={id} sx={{ mt: 0, ml: 6.5 }}>
        {t(shows ? 'reminders.help' : 'reminders.none')}
      </FormHelperText>
      <RefusalAlert error={save.error} />
    </div>
  );
}
