import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../../components/notice';
import { RefusalAlert } from '../../../components/refusal-alert';
import { DialogStep } from '../../../components/step-dialog';
import type { RequestError } from '../../../ipc/client';
import { ListFields, type ListValues } from './list-fields';
import { useAddressFile } from './use-address-file';

interface ListStepProps {
  /** So many were invited from here before, and their links and codes are still held. */
  made: number;
  /** Back to where these are. */
  onReport: () => void;
  pending: boolean;
  refusal: RequestError | null;
  onSubmit: () => void;
  onClose: () => void;
}

export function ListStep({ made, onReport, pending, refusal, onSubmit, onClose }: ListStepProps) {
  const { t } = useTranslation(['many', 'common']);
  const { getValues, setValue } = useFormContext<ListValues>();
  const file = useAddressFile((addresses) => {
    const before = getValues('text').trimEnd();
    setValue('text', [...(before === '' ? [] : [before]), ...addresses, ''].join('\n'), {
      shouldValidate: true,
    });
  });
  return (
    <DialogStep
      intro={t('many:list.intro')}
      alert={<RefusalAlert error={file.error ?? refusal} />}
      onSubmit={() => {
        file.forget();
        onSubmit();
      }}
      foot={
        <>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" variant="contained" disabled={pending}>
            {t('many:list.submit')}
          </Button>
        </>
      }
    >
      {made > 0 && (
        <Box sx={{ px: 6, py: 2 }}>
          <Notice tone="pending" action={<Button onClick={onReport}>{t('many:list.report')}</Button>}>
            {t('many:list.made', { count: made })}
          </Notice>
        </Box>
      )}
      <ListFields onFile={file.read} />
    </DialogStep>
  );
}
