import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalAlert } from '../../components/refusal-alert';
import type { RequestError } from '../../ipc/client';

interface ImportLicenceProps {
  onFile: (file: File) => void;
  pending: boolean;
  error: RequestError | null;
}

export function ImportLicence({ onFile, pending, error }: ImportLicenceProps) {
  const { t } = useTranslation('licence');
  const input = useRef<HTMLInputElement>(null);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // A file can be dropped where this is out of sight.
    if (error !== null) place.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  return (
    <Box ref={place} sx={{ display: 'grid', gap: 4, scrollMarginBottom: 24 }}>
      <RefusalAlert error={error} />
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 4 }}>
        <Button variant="contained" disabled={pending} onClick={() => input.current?.click()}>
          {t('import')}
        </Button>
        <Typography variant="body2" color="secondInk">
          {t('importText')}
        </Typography>
        <input
          ref={input}
          type="file"
          hidden
          onChange={({ target }) => {
            const file = target.files?.[0];
            // Emptied, so that the same file can be chosen again after it was put right.
            target.value = '';
            if (file !== undefined) onFile(file);
          }}
        />
      </Box>
    </Box>
  );
}
