import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect, useId, useRef } from 'react';

interface HandOverDialogProps {
  title: string;
  intro: ReactNode;
  doneLabel: string;
  onClose: () => void;
  /** `CopyRow`s and what is to be said below them. */
  children: ReactNode;
}

/** Shows what is shown only once: nothing can be cancelled any more, so **Done** is the only way out beside Escape. */
export function HandOverDialog({ title, intro, doneLabel, onClose, children }: HandOverDialogProps) {
  const id = useId();
  const content = useRef<HTMLDivElement>(null);

  useEffect(() => {
    content.current?.querySelector('input')?.focus();
  }, []);

  return (
    <Dialog
      open
      // A stray press beside the dialog must not lose what is shown only once.
      onClose={(_event, reason) => reason === 'escapeKeyDown' && onClose()}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-intro`}
    >
      <Box ref={content} sx={{ p: 6, overflowY: 'auto' }}>
        <Typography variant="section" component="h2" id={`${id}-title`}>
          {title}
        </Typography>
        <Typography id={`${id}-intro`} color="secondInk" sx={{ mt: 1, mb: 4, overflowWrap: 'anywhere' }}>
          {intro}
        </Typography>
        <Box sx={{ display: 'grid', gap: 4 }}>{children}</Box>
        <Box sx={{ display: 'flex', justifyContent: 'flex-end', mt: 6 }}>
          <Button variant="contained" onClick={onClose}>
            {doneLabel}
          </Button>
        </Box>
      </Box>
    </Dialog>
  );
}
