import Box from '@mui/material/Box';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { AutocompleteInput } from '../../components/autocomplete-input';
import { FormDialog } from '../../components/form-dialog';
import { MomentInput } from '../../components/moment-input';
import { RefusalAlert } from '../../components/refusal-alert';
import { SelectInput } from '../../components/select-input';
import { EmailInput, TextInput } from '../../components/text-input';
import { useRequestForm } from '../../forms/use-request-form';
import { useSession } from '../../ipc/app-state';
import { useCurrentSite } from '../../ipc/current-site';
import { useSend } from '../../ipc/query';
import { notify } from '../../stores/notifications';
import { newVisit, registrationOf } from './new-visit-form';
import { hostCalled, useHosts } from './use-hosts';

interface NewVisitDialogProps {
  onRegistered: (visitId: string, siteId: string) => void;
  onClose: () => void;
}

export function NewVisitDialog({ onRegistered, onClose }: NewVisitDialogProps) {
  const { t } = useTranslation('visits');
  const { userId, displayName, email, role } = useSession();
  const { sites, site } = useCurrentSite();
  const register = useSend('visits.register');
  const [typedHost, setTypedHost] = useState('');
  const { form, submit, refusal, pending } = useRequestForm({
    schema: newVisit,
    defaultValues: {
      visitorName: '',
      // A Member's visitors come to see them.
      host: role === 'member' ? { value: userId, label: displayName, secondary: email } : null,
      siteId: site?.id ?? '',
      company: '',
      visitorEmail: '',
      purpose: '',
      expectedArrivalAt: '',
      expectedDepartureAt: '',
    },
    errorFields: {
      'name.invalid': 'visitorName',
      'email.invalid': 'visitorEmail',
      'visit.host_unknown': 'host',
      'visit.times_reversed': 'expectedDepartureAt',
      'visit.departure_past': 'expectedDepartureAt',
    },
    send: async (values) => {
      const { id } = await register.mutateAsync(registrationOf(values));
      notify(t('new.done', { visitor: values.visitorName }));
      onRegistered(id, values.siteId);
    },
  });
  const { control } = form;
  const siteId = useWatch({ control, name: 'siteId' });
  const { hosts, loading } = useHosts(siteId, typedHost);

  /** A name typed in full counts, taken from the list or not. */
  const settleHost = async (): Promise<void> => {
    if (form.getValues('host') !== null) return;
    const called = await hostCalled(siteId, typedHost).catch(() => null);
    if (called !== null) form.setValue('host', called);
  };

  const several = sites.length > 1;
  return (
    <FormDialog
      open
      title={t('acts.new')}
      intro={several ? t('new.introSites') : t('new.intro', { site: site?.name ?? '' })}
      submitLabel={t('acts.register')}
      pending={pending}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        void settleHost().then(() => submit());
      }}
      alert={<RefusalAlert error={refusal} />}
    >
      {/* Side by side, so that the whole form is seen in a small window. */}
      <Box sx={several ? pair : undefined}>
        <TextInput control={control} name="visitorName" label={t('fields.visitorName')} />
        {several && (
          <SelectInput
            control={control}
            name="siteId"
            label={t('fields.site')}
            options={sites.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </Box>
      <AutocompleteInput
        control={control}
        name="host"
        label={t('fields.host')}
        options={hosts}
        onSearch={setTypedHost}
        loading={loading}
        listLabel={t('fields.matching')}
        nothingFound={t('fields.nobodyFound')}
      />
      <Box sx={pair}>
        <TextInput
          control={control}
          name="company"
          label={t('fields.company')}
          helper={t('fields.optional')}
        />
        <EmailInput
          control={control}
          name="visitorEmail"
          label={t('fields.visitorEmail')}
          helper={t('fields.optional')}
          autoComplete="off"
        />
      </Box>
      <TextInput control={control} name="purpose" label={t('fields.purpose')} helper={t('fields.optional')} />
      <Box sx={pair}>
        <MomentInput
          control={control}
          name="expectedArrivalAt"
          label={t('fields.arrival')}
          helper={t('fields.arrivalHelp')}
        />
        <MomentInput
          control={control}
          name="expectedDepartureAt"
          label={t('fields.departure')}
          helper={t('fields.departureHelp')}
        />
      </Box>
    </FormDialog>
  );
}

const pair = { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3, alignItems: 'start' } as const;
