import Box from '@mui/material/Box';
import { type DragEvent, type ReactNode, useState } from 'react';

interface FileDropProps {
  onFile: (file: File) => void;
  /** Said over the place while a file is held above it. */
  label: string;
  /** Of the place, where what is in it doesn't fill the room. */
  maxWidth?: number;
  children: ReactNode;
}

/** A place that takes one dropped file. */
export function FileDrop({ onFile, label, maxWidth, children }: FileDropProps) {
  const [over, setOver] = useState(false);
  const hold = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const leave = (event: DragEvent) => {
    // Moving onto something inside isn't leaving.
    if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file !== undefined) onFile(file);
  };
  return (
    <Box
      onDragEnter={hold}
      onDragOver={hold}
      onDragLeave={leave}
      onDrop={drop}
      sx={{ position: 'relative', display: 'flex', flexDirection: 'column', minHeight: 0, maxWidth }}
    >
      {children}
      {over && (
        <Box aria-hidden sx={veil}>
          {label}
        </Box>
      )}
    </Box>
  );
}

const veil = {
  position: 'absolute',
  inset: 0,
  zIndex: 1,
  display: 'grid',
  placeItems: 'center',
  border: 2,
  borderStyle: 'dashed',
  borderColor: 'accent',
  borderRadius: 1,
  bgcolor: 'accentTint',
  color: 'accent',
  fontWeight: 'fontWeightBold',
  pointerEvents: 'none',
} as const;
