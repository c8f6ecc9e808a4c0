import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface HandOverDialogProps {
  title: string;
  intro: ReactNode;
  doneLabel: string;
  /** **Done** was pressed; left out, it closes. */
  onDone?: () => void;
  /** Leaves without an act; offers **Cancel** when **Done** is one. */
  onClose: () => void;
  /** What was just copied or printed, said beside the buttons. */
  said: string | null;
  /** A `RefusalAlert`. */
  alert?: ReactNode;
  /** Buttons beside **Done**. */
  tools?: ReactNode;
  /** The request of **Done** runs. */
  pending?: boolean;
  /** `CopyRow`s and what is to be said below them. */
  children: ReactNode;
}

/** Shows what is shown only once, to be copied or printed. */
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

function Content(props: HandOverDialogProps & { id: string }) {
  const { id, title, intro, doneLabel, onDone, onClose, said, alert, tools, pending, children } = props;
  const { t } = useTranslation('common');
  const content = useRef<HTMLDivElement>(null);

  useEffect(() => {
    content.current?.querySelector('input')?.focus();
  }, []);

  return (
    <Box ref={content} sx={{ p: 6, overflowY: 'auto' }}>
      <Typography variant="section" component="h2" id={`${id}-title`}>
        {title}
      </Typography>
      <Typography id={`${id}-intro`} component="div" sx={introduction}>
        {intro}
      </Typography>
      <Box sx={{ display: 'grid', gap: 4 }}>
        {children}
        {alert}
      </Box>
      <Box sx={foot}>
        <Typography
          role="status"
          variant="body2"
          sx={{ color: 'secondInk', mr: 'auto', overflowWrap: 'anywhere' }}
        >
          {said}
        </Typography>
        {tools}
        {onDone !== undefined && <Button onClick={onClose}>{t('cancel')}</Button>}
        <Button variant="contained" onClick={onDone ?? onClose} disabled={pending}>
          {doneLabel}
        </Button>
      </Box>
    </Box>
  );
}

const introduction = { mt: 1, mb: 4, color: 'secondInk', overflowWrap: 'anywhere' } as const;
const foot = {
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: 2,
  mt: 6,
  // A long path beside them wraps instead.
  '& > button': { flexShrink: 0 },
} as const;
