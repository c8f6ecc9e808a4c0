import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import type { ReadyInvitation } from '../../../core/contract/invitations';
import { useCan } from '../../ipc/app-state';
import { useRequest, type useSend } from '../../ipc/query';

interface OtherWaysProps {
  ready: ReadyInvitation;
  save: Way<'invitations.saveMail'>;
  open: Way<'invitations.openMail'>;
}

type Way<R extends 'invitations.saveMail' | 'invitations.openMail'> = Pick<
  ReturnType<typeof useSend<R>>,
  'mutate' | 'isPending'
>;

/** The same mail by another way than the desk's own: as a file, or in the mail program of this computer. */
export function OtherWays({ ready: { link, code }, save, open }: OtherWaysProps) {
  const { t, i18n } = useTranslation('users');
  const can = useCan();
  const { data } = useRequest('mail.settings', {}, { enabled: can('mail.read') });
  // As the desk's own mails are written, where that is known.
  const language = data?.server?.language ?? (i18n.language === 'de' ? 'de' : 'en');
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mx: -2, my: -1 }}>
      <Button
        variant="text"
        disabled={save.isPending}
        onClick={() => save.mutate({ link, code, language })}
        sx={quiet}
      >
        {t('ready.saveMail')}
      </Button>
      <Button
        variant="text"
        disabled={open.isPending}
        onClick={() => open.mutate({ link, code, language })}
        sx={quiet}
      >
        {t('ready.openMail')}
      </Button>
    </Box>
  );
}

const quiet = { height: 28 } as const;
