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
  /** What was just copied, said beside the button. */
  copied: string | null;
  /** `CopyRow`s and what is to be said below them. */
  children: ReactNode;
}

/** Shows what is shown only once: nothing can be cancelled any more, so **Done** is the only way out beside Escape. */
export function HandOverDialog(props: HandOverDialogProps) {
  const id = useId();
  return (
    <Dialog
      open
      // A stray press beside the dialog must not lose what is shown only once.
      onClose={(_event, reason) => reason === 'escapeKeyDown' && props.onClose()}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-intro`}
    >
      <Content id={id} {...props} />
    </Dialog>
  );
}

function Content({
  id,
  title,
  intro,
  doneLabel,
  onClose,
  copied,
  children,
}: HandOverDialogProps & { id: string }) {
  const content = useRef<HTMLDivElement>(null);

  useEffect(() => {
    content.current?.querySelector('input')?.focus();
  }, []);

  return (
    <Box ref={content} sx={{ p: 6, overflowY: 'auto' }}>
      <Typography variant="section" component="h2" id={`${id}-title`}>
        {title}
      </Typography>
      <Typography id={`${id}-intro`} sx={{ mt: 1, mb: 4, color: 'secondInk', overflowWrap: 'anywhere' }}>
        {intro}
      </Typography>
      <Box sx={{ display: 'grid', gap: 4 }}>{children}</Box>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 4, mt: 6 }}>
        <Typography role="status" variant="body2" sx={{ color: 'secondInk' }}>
          {copied}
        </Typography>
        <Button variant="contained" onClick={onClose}>
          {doneLabel}
        </Button>
      </Box>
    </Box>
  );
}
