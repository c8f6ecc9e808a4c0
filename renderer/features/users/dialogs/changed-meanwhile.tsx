import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import type { UserDetail } from '../../../../core/contract/users';
import { RefusalAlert } from '../../../components/refusal-alert';
import { errorData, RequestError } from '../../../ipc/client';

interface ChangedMeanwhileProps {
  refusal: RequestError | null;
  /** What the edit was made from. */
  base: UserDetail;
  /** `true`: what was typed stays where it was typed. */
  onGoOn: (kept: boolean) => void;
}

/** Why an edit was refused; of one that came too late, what somebody else changed field by field and the two ways on. */
export function ChangedMeanwhile({ refusal, base, onGoOn }: ChangedMeanwhileProps) {
  const { t } = useTranslation('users');
  const stale = errorData(refusal, 'user.changed_meanwhile');
  if (stale === null) return <RefusalAlert error={refusal} />;
  // Main names every field that would be overwritten; those that were like that before are only what is being edited.
  const fields = stale.fields.filter(({ field, current }) => current !== writtenValue(base, field));
  return (
    <RefusalAlert
      error={new RequestError({ code: 'user.changed_meanwhile', data: { fields } })}
      action={
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
          <Button onClick={() => onGoOn(false)}>{t('edit.loadCurrent')}</Button>
          <Button onClick={() => onGoOn(true)}>{t('edit.keepMine')}</Button>
        </Box>
      }
    />
  );
}

/** As main writes it into the refusal. */
function writtenValue(base: UserDetail, field: string): string | null {
  if (field === 'displayName') return base.displayName;
  if (field === 'role') return base.role;
  if (field !== 'sites') return null;
  return base.sites
    .map(({ name }) => name)
    .sort()
    .join(', ');
}
