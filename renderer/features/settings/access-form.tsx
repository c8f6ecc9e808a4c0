import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { securitySettings } from '../../../core/contract/organisation';
import { type InitialPasswordMode, initialPasswordModes, settingRanges } from '../../../core/domain/settings';
import { CheckboxInput } from '../../components/checkbox-input';
import { SelectInput } from '../../components/select-input';
import { useSend } from '../../ipc/query';
import { size } from '../../theme/tokens';
import type { Organisation } from './drafts';
import { NumberInput, typedNumber } from './number-input';
import { SettingsForm } from './settings-form';
import { useAccessFacts } from './use-access-facts';
import { useSettingsForm } from './use-settings-form';

const { initialPassword, temporaryPasswordHours, idleLockMinutes, delegation } = securitySettings.shape;
const schema = z.object({
  initialPassword,
  temporaryPasswordHours: typedNumber(temporaryPasswordHours),
  idleLockMinutes: typedNumber(idleLockMinutes),
  delegation,
});

interface AccessFormProps {
  current: Organisation;
  reload: () => Promise<Organisation | undefined>;
}

/** Rules for passwords, locking and who administers. In force at once, in every window. */
export function AccessForm({ current, reload }: AccessFormProps) {
  const { t } = useTranslation('settings');
  const update = useSend('security.update');
  const factsOf = useAccessFacts();
  const settings = useSettingsForm({
    page: 'security',
    current,
    reload,
    valuesOf,
    schema,
    save: async (input, base) => ({
      ...base,
      ...input,
      ...(await update.mutateAsync({ ...input, version: base.version })),
    }),
    staleCode: 'organisation.changed_meanwhile',
  });
  const { control } = settings.form;
  return (
    <SettingsForm
      title={t('access.title')}
      intro={t('access.intro')}
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
      <Box sx={{ maxWidth: size.dialog }}>
        <SelectInput
          control={control}
          name="initialPassword"
          label={t('access.initialPassword')}
          helper={t('access.initialPasswordHelp')}
          options={initialPasswordModes.map((mode) => ({
            value: mode,
            label: t(`access.initial.${mode}`),
            secondary: t(`access.initialText.${mode}`),
          }))}
        />
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 5, alignItems: 'start' }}>
        <NumberInput
          control={control}
          name="temporaryPasswordHours"
          label={t('access.temporary')}
          helper={t('access.temporaryHelp')}
          range={settingRanges.temporaryPasswordHours}
          unit={t('form.unitHours')}
        />
        <NumberInput
          control={control}
          name="idleLockMinutes"
          label={t('access.idle')}
          helper={t('access.idleHelp')}
          range={settingRanges.idleLockMinutes}
          unit={t('form.unitMinutes')}
        />
      </Box>
      <CheckboxInput
        control={control}
        name="delegation"
        label={t('access.delegation')}
        helper={t(current.roleModel === 'two' ? 'access.delegationInTwo' : 'access.delegationHelp')}
      />
    </SettingsForm>
  );
}

function valuesOf(organisation: Organisation) {
  const { initialPassword, temporaryPasswordHours, idleLockMinutes, delegation } = organisation;
  return {
    initialPassword: initialPassword satisfies InitialPasswordMode,
    temporaryPasswordHours: String(temporaryPasswordHours),
    idleLockMinutes: String(idleLockMinutes),
    delegation,
  };
}
