import Box from '@mui/material/Box';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { name, roleModel } from '../../../core/contract/fields';
import { organisationContract } from '../../../core/contract/organisation';
import { settingRanges } from '../../../core/domain/settings';
import { RadioGroupInput } from '../../components/radio-group-input';
import { TextInput } from '../../components/text-input';
import { errorData } from '../../ipc/client';
import { useSend } from '../../ipc/query';
import { size } from '../../theme/tokens';
import type { Organisation } from './drafts';
import { NumberInput, typedNumber } from './number-input';
import { SettingsForm } from './settings-form';
import { TwoRolesObstacles } from './two-roles-obstacles';
import { useOrganisationFacts } from './use-organisation-facts';
import { useSettingsForm } from './use-settings-form';

const { visitRetentionDays } = organisationContract['organisation.update'].input.shape;
const schema = z.object({ name, roleModel, visitRetentionDays: typedNumber(visitRetentionDays) });

interface OrganisationFormProps {
  current: Organisation;
  reload: () => Promise<Organisation | undefined>;
}

export function OrganisationForm({ current, reload }: OrganisationFormProps) {
  const { t } = useTranslation('settings');
  const update = useSend('organisation.update');
  const factsOf = useOrganisationFacts();
  const settings = useSettingsForm({
    page: 'organisation',
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
  // The refusal is about Two roles: whoever goes back to Three has heard it.
  const wantsTwo = settings.values.roleModel === 'two';
  const hindered = errorData(settings.refusal, 'organisation.two_roles_refused') !== null;
  // Erasing can't be taken back: said before it is saved.
  const shortens = Number(settings.values.visitRetentionDays) < settings.base.visitRetentionDays;
  return (
    <SettingsForm
      title={t('organisation.title')}
      onSubmit={settings.submit}
      pending={settings.pending}
      changed={settings.changed}
      onDiscard={settings.discard}
      refusal={hindered && !wantsTwo ? null : settings.refusal}
      stale={settings.stale}
      onLoadCurrent={() => void settings.loadCurrent()}
      loaded={
        settings.loaded && factsOf(settings.base).filter(({ field }) => settings.loaded?.includes(field))
      }
      more={hindered && wantsTwo && <TwoRolesObstacles />}
    >
      <Box sx={{ maxWidth: size.dialog }}>
        <TextInput
          control={control}
          name="name"
          label={t('organisation.name')}
          helper={t('organisation.nameHelp')}
        />
      </Box>
      <RadioGroupInput
        control={control}
        name="roleModel"
        label={t('organisation.roleModel')}
        options={[
          { value: 'three', label: t('organisation.three'), description: t('organisation.threeText') },
          { value: 'two', label: t('organisation.two'), description: t('organisation.twoText') },
        ]}
      />
      <NumberInput
        control={control}
        name="visitRetentionDays"
        label={t('organisation.retention')}
        helper={
          shortens ? (
            <Box component="span" sx={{ color: 'pending' }}>
              {t('organisation.retentionShorter')}
            </Box>
          ) : (
            t('organisation.retentionHelp')
          )
        }
        range={settingRanges.visitRetentionDays}
        unit={t('form.unitDays')}
      />
    </SettingsForm>
  );
}

function valuesOf(organisation: Organisation) {
  return {
    name: organisation.name,
    roleModel: organisation.roleModel,
    visitRetentionDays: String(organisation.visitRetentionDays),
  };
}
