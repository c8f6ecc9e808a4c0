import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppState } from '../../core/contract/app';
import { EntryLayout } from '../components/entry-layout';
import { LanguageSwitch } from '../components/language-switch';
import { Rescue } from '../components/restore/rescue';
import { RecoveryKeyForm } from '../features/key/recovery-key-form';
import { useSend } from '../ipc/query';

type Failure = NonNullable<AppState['failure']>;
type FailureKey = Failure['code'] extends `database.${infer Key}` ? Key : never;

/** What somebody can see to without this app, so that trying again is worth it. */
const mendedOutside = new Set<Failure['code']>([
  'database.in_use',
  'database.unreadable',
  'database.no_room',
  'database.no_room_first',
  'database.not_backed_up',
]);

/** These say nothing against the database: a backup would not help. */
const sound: readonly Failure['code'][] = [
  'database.in_use',
  'database.no_room',
  'database.no_room_first',
  'database.not_backed_up',
];

/** The database can't be used: what happened, what was kept, what to do. Nothing here can make it worse. */
export function FailedScreen({ failure }: { failure: Failure }) {
  const { t } = useTranslation(['entry', 'restore']);
  const id = useId();
  const quit = useSend('app.quit');
  const again = useSend('app.openAgain');
  const mendable = mendedOutside.has(failure.code);
  const key = failure.code.slice('database.'.length) as FailureKey;
  const keyless = failure.code === 'database.key_missing' || failure.code === 'database.key_wrong';
  const rescuable = !sound.includes(failure.code);
  const parts = [
    { head: t('failed.whatHead'), text: t(`failed.${key}.what`) },
    { head: t('failed.keptHead'), text: t(`failed.${key}.kept`) },
    { head: t('failed.actHead'), text: t(`failed.${key}.act`) },
    { head: t('failed.fileHead'), text: failure.path },
  ];
  return (
    <EntryLayout title={t(`failed.${key}.title`)} organisation={null} width={480} corner={<LanguageSwitch />}>
      <Box sx={{ display: 'grid', gap: 4, mb: 6 }}>
        {parts.map(({ head, text }) => (
          <div key={head}>
            <Typography variant="label" component="h2">
              {head}
            </Typography>
            <Typography color="secondInk" sx={{ mt: 0.5, overflowWrap: 'anywhere' }}>
              {text}
            </Typography>
          </div>
        ))}
      </Box>
      {keyless && (
        <Box sx={{ mb: 6 }}>
          <Typography variant="label" component="h2">
            {t('recoveryKey.head')}
          </Typography>
          <Typography color="secondInk" sx={{ mt: 0.5, mb: 4 }}>
            {t('recoveryKey.text')}
          </Typography>
          <RecoveryKeyForm />
        </Box>
      )}
      {rescuable && (
        <Box
          component="section"
          aria-labelledby={id}
          sx={{ mb: 6, pt: 5, borderTop: 1, borderColor: 'line' }}
        >
          <Typography id={id} variant="section" component="h2" sx={{ mb: 1 }}>
            {t('restore:found.title')}
          </Typography>
          <Rescue damaged />
        </Box>
      )}
      <Box sx={{ display: 'flex', gap: 3 }}>
        {mendable && (
          <Button variant="contained" disabled={again.isPending} onClick={() => again.mutate({})}>
            {t('failed.again')}
          </Button>
        )}
        <Button
          variant={mendable || keyless || rescuable ? 'outlined' : 'contained'}
          onClick={() => quit.mutate({})}
        >
          {t('failed.quit')}
        </Button>
      </Box>
    </EntryLayout>
  );
}
