import Button, { type ButtonProps } from '@mui/material/Button';
import { useRef } from 'react';

interface FileButtonProps extends Pick<ButtonProps, 'variant' | 'disabled' | 'children'> {
  onFile: (file: File) => void;
  /** As the system's dialog wants it: `.csv,text/plain`. Left out: any file. */
  accept?: string;
}

/** Has a file chosen in the system's dialog. */
export function FileButton({ onFile, accept, ...button }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // Emptied, so that the same file can be chosen again after it was put right.
          target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
}
