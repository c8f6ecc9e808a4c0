import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useDeferredValue } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { readAddresses } from '../../../../core/domain/address-list';
import { FileButton } from '../../../components/file-button';
import { FileDrop } from '../../../components/file-drop';
import { TextInput } from '../../../components/text-input';
import type { AccessValues } from '../dialogs/access-form';
import { AccessInputs } from '../dialogs/access-inputs';

export interface ListValues {
  text: string;
  access: AccessValues;
}

/** The list, from a paste or a file, and what all of it is invited to. */
export function ListFields({ onFile }: { onFile: (file: File) => void }) {
  const { t } = useTranslation('many');
  const { control } = useFormContext<ListValues>();
  const text = useDeferredValue(useWatch({ control, name: 'text' }));
  const count = readAddresses(text).length;
  return (
    <FileDrop onFile={onFile} label={t('list.drop')}>
      <Box sx={fields}>
        <TextInput
          control={control}
          name="text"
          label={t('list.addresses')}
          helper={count === 0 ? t('list.help') : t('list.count', { count })}
          rows={8}
          multiline
        />
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
          <FileButton onFile={onFile} accept=".csv,.tsv,.txt,text/csv,text/plain">
            {t('list.file')}
          </FileButton>
          <Typography variant="body2" color="secondInk">
            {t('list.fileHelp')}
          </Typography>
        </Box>
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4, alignItems: 'start' }}>
          <AccessInputs />
        </Box>
      </Box>
    </FileDrop>
  );
}

/** Padding for the focus ring, which a scrolling box would cut off. */
const fields = { display: 'grid', gap: 3, px: 6, py: 2, overflowY: 'auto', minHeight: 0 } as const;
