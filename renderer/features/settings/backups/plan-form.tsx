import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { type BackupsStatus, backupPlan } from '../../../../core/contract/backups';
import { backupKeeps, backupSchedules } from '../../../../core/domain/backup';
import { SelectInput } from '../../../components/select-input';
import { useFormat } from '../../../i18n/format';
import { useSend } from '../../../ipc/query';
import { size } from '../../../theme/tokens';
import { SettingsForm } from '../settings-form';
import { useSettingsForm } from '../use-settings-form';
import { usePlanFacts } from './use-plan-facts';

export type StoredPlan = BackupsStatus['plan'] & { version: number };

const { schedule, keep } = backupPlan.shape;
/** Choices are texts; main checks the numbers again. */
const schema = z.object({
  schedule,
  weekday: z.string().transform(Number),
  hour: z.string().transform(Number),
  keep,
});

const days = [1, 2, 3, 4, 5, 6, 0];
const hours = Array.from({ length: 24 }, (_hour, hour) => hour);

interface PlanFormProps {
  current: StoredPlan;
  reload: () => Promise<StoredPlan | undefined>;
}

/** When backups are made by themselves, and how long they stay: that is how long somebody erased stays in them. */
export function PlanForm({ current, reload }: PlanFormProps) {
  const { t } = useTranslation('backups');
  const format = useFormat();
  const update = useSend('backups.updateSettings');
  const factsOf = usePlanFacts();
  const settings = useSettingsForm({
    page: 'backups',
    current,
    reload,
    valuesOf,
    schema,
    save: async (input, base) => ({
      ...base,
      ...input,
      ...(await update.mutateAsync({ ...input, version: base.version })),
    }),
    staleCode: 'backup.settings_changed',
  });
  const { control } = settings.form;
  const { values } = settings;
  return (
    <SettingsForm
      title={t('plan.title')}
      intro={t('plan.intro')}
      onSubmit={settings.submit}
      pending={settings.pending}
      changed={settings.changed}
      onDiscard={settings.discard}
      refusal={settings.refusal}
      stale={settings.stale}
      onLoadCurrent={() => void settings.loadCurrent()}
      loaded={
        settings.loaded && factsOf(settings.base).filter(({ field }) => settings.loaded?.includes(field))
      }
    >
      <Box sx={row}>
        <SelectInput
          control={control}
          name="schedule"
          label={t('plan.schedule')}
          helper={values.schedule === 'off' ? t('plan.offText') : undefined}
          options={backupSchedules.map((value) => ({ value, label: t(`schedule.${value}`) }))}
        />
        {values.schedule === 'weekly' && (
          <SelectInput
            control={control}
            name="weekday"
            label={t('plan.weekday')}
            options={days.map((day) => ({ value: String(day), label: format.weekday(day) }))}
          />
        )}
        {values.schedule !== 'off' && (
          <SelectInput
            control={control}
            name="hour"
            label={t('plan.hour')}
            options={hours.map((hour) => ({ value: String(hour), label: format.hour(hour) }))}
          />
        )}
      </Box>
      <Box sx={{ maxWidth: size.dialog }}>
        <SelectInput
          control={control}
          name="keep"
          label={t('plan.keep')}
          helper={t(`plan.${values.keep}`)}
          options={backupKeeps.map((value) => ({ value, label: t(`keep.${value}`) }))}
        />
      </Box>
      <Typography variant="body2" color="secondInk">
        {t('plan.ageing')}
      </Typography>
    </SettingsForm>
  );
}

const row = { display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: 5, alignItems: 'start' } as const;

function valuesOf({ schedule, weekday, hour, keep }: StoredPlan) {
  return { schedule, weekday: String(weekday), hour: String(hour), keep };
}
