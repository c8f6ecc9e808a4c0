import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Facts } from '../../components/facts';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { useCan } from '../../ipc/app-state';
import { useRequest } from '../../ipc/query';
import { ChangeKeyDialog } from './change-key-dialog';
import { PanelSkeleton } from './panel-skeleton';
import { RemovePassphraseDialog, SetPassphraseDialog } from './start-passphrase';

type Asked = 'setPassphrase' | 'removePassphrase' | 'changeKey';

/** How the database's key is kept, said plainly, above all where the computer offers no real protection; and what can be done. */
export function DataProtection() {
  const { t } = useTranslation('settings');
  const id = useId();
  const mayChange = useCan()('security.update');
  const { data, error } = useRequest('security.status', {});
  const [asked, setAsked] = useState<Asked | null>(null);
  if (data === undefined) return <PanelSkeleton height={160} error={error} />;
  const { keyStore, passphrase, databasePath } = data;
  const protectedWell = keyStore === 'keychain' || (keyStore === 'file' && passphrase);
  const close = () => setAsked(null);
  return (
    <Panel labelledBy={`${id}-title`}>
      <Typography id={`${id}-title`} variant="section" component="h2" sx={{ mb: 5 }}>
        {t('security.title')}
      </Typography>
      <Facts
        facts={[
          { label: t('security.key'), value: t(`security.${keyStore}`) },
          { label: t('passphrase.label'), value: t(passphrase ? 'passphrase.asked' : 'passphrase.none') },
          { label: t('security.path'), value: databasePath },
        ]}
      />
      <Notice tone={protectedWell ? 'quiet' : 'pending'}>
        {t(keyStore === 'file' && passphrase ? 'security.filePassphraseText' : `security.${keyStore}Text`)}
      </Notice>
      {mayChange && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: 5 }}>
          <Button onClick={() => setAsked('setPassphrase')}>
            {t(passphrase ? 'passphrase.change' : 'passphrase.set')}
          </Button>
          {passphrase && (
            <Button onClick={() => setAsked('removePassphrase')}>{t('passphrase.remove')}</Button>
          )}
          <Button onClick={() => setAsked('changeKey')}>{t('changeKey.act')}</Button>
        </Box>
      )}
      {asked === 'setPassphrase' && <SetPassphraseDialog change={passphrase} onClose={close} />}
      {asked === 'changeKey' && <ChangeKeyDialog onClose={close} />}
      {asked === 'removePassphrase' && <RemovePassphraseDialog onClose={close} />}
    </Panel>
  );
}
