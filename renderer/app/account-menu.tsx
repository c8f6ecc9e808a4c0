import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionMenu } from '../components/action-menu';
import { ChevronDownIcon } from '../components/icons';
import { Initials } from '../components/initials';
import { ChangePasswordDialog } from '../features/account/change-password-dialog';
import { LanguageDialog } from '../features/account/language-dialog';
import { useSession } from '../ipc/app-state';
import { useAccountActs } from './use-account-acts';

/** The person at the foot of the rail, and what they can do about themselves. */
export function AccountMenu({ narrow }: { narrow: boolean }) {
  const { t } = useTranslation('settings');
  const session = useSession();
  const nameId = useId();
  const [dialog, setDialog] = useState<'password' | 'language' | null>(null);
  const { newWindow, lock, signOut, hints } = useAccountActs();
  const close = () => setDialog(null);
  return (
    <>
      <ActionMenu
        anchorOrigin={{ vertical: 'top', horizontal: 'left' }}
        transformOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        actions={[
          { label: t('account.changePassword'), onSelect: () => setDialog('password') },
          { label: t('account.newWindow'), onSelect: newWindow, ...hints.newWindow },
          { label: t('account.language'), onSelect: () => setDialog('language') },
          { label: t('account.lock'), onSelect: lock, ...hints.lock },
          { label: t('account.signOut'), onSelect: signOut },
        ]}
        trigger={(props) => (
          <ButtonBase
            {...props}
            aria-describedby={nameId}
            sx={[button, narrow && { justifyContent: 'center', px: 0 }]}
          >
            <Initials name={session.displayName} />
            <Box
              sx={[
                { flex: 1, minWidth: 0 },
                narrow && { position: 'absolute', width: 1, clipPath: 'inset(50%)' },
              ]}
            >
              {/* Describes the button; its name is the word below, whoever is signed in. */}
              <Typography id={nameId} aria-hidden noWrap sx={{ fontWeight: 'fontWeightMedium' }}>
                {session.displayName}
              </Typography>
              <Typography variant="caption" component="p" color="thirdInk">
                {t('account.account')}
              </Typography>
            </Box>
            {!narrow && <ChevronDownIcon sx={{ fontSize: 16, color: 'thirdInk' }} />}
          </ButtonBase>
        )}
      />
      {dialog === 'password' && <ChangePasswordDialog onClose={close} />}
      {dialog === 'language' && <LanguageDialog onClose={close} />}
    </>
  );
}

const button = {
  position: 'relative',
  display: 'flex',
  justifyContent: 'start',
  gap: 2.5,
  width: '100%',
  minHeight: 48,
  px: 2,
  borderRadius: 1,
  textAlign: 'left',
  '&:hover': { bgcolor: 'sunken' },
  '&.Mui-focusVisible': { outlineOffset: -2 },
} as const;
