import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FileButton } from '../../components/file-button';
import { RefusalAlert } from '../../components/refusal-alert';
import type { RequestError } from '../../ipc/client';

interface ImportLicenceProps {
  onFile: (file: File) => void;
  pending: boolean;
  error: RequestError | null;
}

export function ImportLicence({ onFile, pending, error }: ImportLicenceProps) {
  const { t } = useTranslation('licence');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A file can be dropped where this is out of sight.
    if (error !== null) place.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  return (
    <Box ref={place} sx={{ display: 'grid', gap: 4, scrollMarginBottom: 24 }}>
      <RefusalAlert error={error} />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 4 }}>
        <FileButton variant="contained" disabled={pending} onFile={onFile}>
          {t('import')}
        </FileButton>
        <Typography variant="body2" color="secondInk">
          {t('importText')}
        </Typography>
      </Box>
    </Box>
  );
}
