import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { density as densities } from '../../../core/contract/app';
import { language as languages, theme as themes } from '../../../core/contract/fields';
import { Panel } from '../../components/panel';
import { Radios } from '../../components/radios';
import { RefusalAlert } from '../../components/refusal-alert';
import { ReminderSwitch } from '../../components/reminder-switch';
import { useCan, useSession } from '../../ipc/app-state';
import { useSavePreferences } from '../../ipc/preferences';

/** Choices of the person, in force at once. */
export function LanguageSettings() {
  const { t, i18n } = useTranslation(['settings', 'common']);
  const id = useId();
  const { preferences } = useSession();
  const save = useSavePreferences();
  const resends = useCan()('invitation.resend');
  return (
    <Panel labelledBy={`${id}-title`}>
      <Typography id={`${id}-title`} variant="section" component="h2">
        {t('settings:language.title')}
      </Typography>
      <Typography color="secondInk" sx={{ mt: 0.5, mb: 6 }}>
        {t('settings:language.intro')}
      </Typography>
      <RefusalAlert error={save.error} />
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: 6 }}>
        <Radios
          id={`${id}-language`}
          label={t('settings:language.language')}
          value={i18n.language === 'de' ? 'de' : 'en'}
          onChange={(language) => save.mutate({ language })}
          options={languages.options.map((value) => ({ value, label: t(`common:language.${value}`) }))}
        />
        <Radios
          id={`${id}-appearance`}
          label={t('settings:language.appearance')}
          value={preferences.theme}
          onChange={(theme) => save.mutate({ theme })}
          options={themes.options.map((value) => ({ value, label: t(`settings:language.${value}`) }))}
        />
        <Radios
          id={`${id}-density`}
          label={t('settings:language.density')}
          value={preferences.density}
          onChange={(density) => save.mutate({ density })}
          options={densities.options.map((value) => ({ value, label: t(`settings:language.${value}`) }))}
        />
      </Box>
      {resends && (
        <Box sx={{ mt: 6, pt: 4, borderTop: 1, borderColor: 'line' }}>
          <ReminderSwitch />
        </Box>
      )}
    </Panel>
  );
}
