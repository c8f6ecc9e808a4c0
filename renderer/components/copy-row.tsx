import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useSend } from '../ipc/query';
import { CopyField } from './copy-field';

interface CopyRowProps {
  label: string;
  value: string;
  copyLabel: string;
  onCopied: () => void;
  /** A value of several lines. */
  multiline?: boolean;
}

/** A value to hand over, with its button. The window has no clipboard of its own: main copies. */
export function CopyRow({ label, value, copyLabel, onCopied, multiline }: CopyRowProps) {
  const copy = useSend('app.copyText', { onSuccess: onCopied });
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', alignItems: 'end', gap: 2 }}>
      <CopyField label={label} value={value} multiline={multiline} />
      <Button onClick={() => copy.mutate({ text: value })} sx={{ height: 40 }}>
        {copyLabel}
      </Button>
    </Box>
  );
}
