import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { RestorePreview } from '../../../core/contract/restore-preview';

/** What else comes of it, one line each; what doesn't, has none. */
export function Besides({ preview }: { preview: RestorePreview }) {
  const { t } = useTranslation('restore');
  const { entriesLeft, erasedAgain, mailsStopped, invitationsVoided, passwordsVoided } = preview;
  const erased = [
    erasedAgain.people > 0 && t('erasedPeople', { count: erasedAgain.people }),
    erasedAgain.invitations > 0 && t('erasedInvitations', { count: erasedAgain.invitations }),
    erasedAgain.visits > 0 && t('erasedVisits', { count: erasedAgain.visits }),
  ].filter((part) => part !== false);
  const lines = [
    entriesLeft > 0 && t('entries', { count: entriesLeft }),
    preview.earlierVersion && t('earlierVersion'),
    erased.length > 0 && t('erased', { what: erased.join(', ') }),
    mailsStopped > 0 && t('mails', { count: mailsStopped }),
    invitationsVoided > 0 && t('links', { count: invitationsVoided }),
    passwordsVoided > 0 && t('passwords', { count: passwordsVoided }),
    preview.nowAt !== null && t('signIn'),
  ].filter((line) => line !== false);
  if (lines.length === 0) return null;
  return (
    <Box component="ul" sx={{ display: 'grid', gap: 1, m: 0, pl: 4, color: 'secondInk' }}>
      {lines.map((line) => (
        <Typography component="li" key={line}>
          {line}
        </Typography>
      ))}
    </Box>
  );
}
