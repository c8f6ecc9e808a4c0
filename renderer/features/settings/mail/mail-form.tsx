import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import { language as languages } from '../../../../core/contract/fields';
import { type MailSecurity, mailSecurities } from '../../../../core/domain/mail';
import { PasswordInput } from '../../../components/password-input';
import { SelectInput } from '../../../components/select-input';
import { EmailInput, TextInput } from '../../../components/text-input';
import { NumberInput } from '../number-input';
import { SettingsForm } from '../settings-form';
import { type MailSettings, portFor } from './mail-fields';
import { TestOutcome } from './test-outcome';
import { TrustedCertificate } from './trusted-certificate';
import { useMailFacts } from './use-mail-facts';
import { useMailSettingsForm } from './use-mail-settings-form';
import { usePasswordHelp } from './use-password-help';
import { useTestMail } from './use-test-mail';

interface MailFormProps {
  current: MailSettings;
  reload: () => Promise<MailSettings | undefined>;
}

/** The mail server of this desk: its name, how to sign in to it, and a mail to try it. */
export function MailForm({ current, reload }: MailFormProps) {
  const { t } = useTranslation(['mail', 'common']);
  const factsOf = useMailFacts();
  const test = useTestMail(current.version);
  const settings = useMailSettingsForm(current, reload, test.forget);
  const { control, setValue } = settings.form;
  const passwordHelp = usePasswordHelp(current, settings.withheld);
  const { server } = current;

  const sendTest = async () => {
    // The server main would write to is the one that is saved.
    if ((settings.changed || server === null) && !(await settings.trySubmit())) return;
    test.send();
  };

  return (
    <SettingsForm
      title={t('mail:server.title')}
      intro={t('mail:server.intro')}
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
      more={settings.refusal === null && <TestOutcome test={test} outdated={settings.changed} />}
      tools={
        <Button disabled={settings.pending || test.sending} onClick={() => void sendTest()}>
          {t('mail:test.send')}
        </Button>
      }
    >
      <Box sx={{ ...row, gridTemplateColumns: 'minmax(0, 1fr) 112px 160px' }}>
        <TextInput
          control={control}
          name="host"
          label={t('mail:server.host')}
          helper={t(server === null ? 'mail:server.hostHelp' : 'mail:server.hostRemoveHelp')}
        />
        <NumberInput control={control} name="port" label={t('mail:server.port')} range={ports} />
        <SelectInput
          control={control}
          name="security"
          label={t('mail:server.security')}
          options={mailSecurities.map((value) => ({ value, label: t(`mail:server.securities.${value}`) }))}
          onChosen={(chosen) => setValue('port', portFor(chosen as MailSecurity, settings.values))}
        />
      </Box>
      <Box sx={row}>
        <TextInput
          control={control}
          name="userName"
          label={t('mail:server.userName')}
          helper={t('mail:server.userNameHelp')}
        />
        <PasswordInput
          control={control}
          name="password"
          label={t('mail:server.password')}
          helper={passwordHelp}
          autoComplete="new-password"
        />
      </Box>
      <Box sx={row}>
        <EmailInput
          control={control}
          name="fromAddress"
          label={t('mail:server.from')}
          helper={t('mail:server.fromHelp')}
          autoComplete="off"
        />
        <SelectInput
          control={control}
          name="language"
          label={t('mail:server.language')}
          helper={t('mail:server.languageHelp')}
          options={languages.options.map((value) => ({ value, label: t(`common:language.${value}`) }))}
        />
      </Box>
      {current.vault === 'database' && (
        <Typography variant="body2" color="thirdInk">
          {t('mail:server.noKeychain')}
        </Typography>
      )}
      {server?.trusted != null && (
        <TrustedCertificate certificate={server.trusted} version={current.version} />
      )}
    </SettingsForm>
  );
}

const ports = { minimum: 1, maximum: 65_535 };
const row = { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 5, alignItems: 'start' } as const;
