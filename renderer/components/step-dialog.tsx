import Box from '@mui/material/Box';
import Dialog from '@mui/material/Dialog';
import Typography from '@mui/material/Typography';
import { createContext, type FormEvent, type ReactNode, use, useEffect, useId, useRef } from 'react';
import { size } from '../theme/tokens';

interface StepDialogProps {
  /** The act; names the dialog through all its steps. */
  title: string;
  onEscape: () => void;
  /** The `DialogStep` of the moment. */
  children: ReactNode;
}

/** Id of the sentence that describes the dialog. */
const IntroId = createContext('');

/** A wide dialog for an act of several steps: it stays where it is while its content changes. */
export function StepDialog({ title, onEscape, children }: StepDialogProps) {
  const id = useId();
  return (
    <Dialog
      open
      // A stray press beside the dialog must not lose what was typed.
      onClose={(_event, reason) => reason === 'escapeKeyDown' && onEscape()}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-intro`}
      slotProps={{ paper: { sx: { maxWidth: size.wideDialog } } }}
    >
      <Typography variant="section" component="h2" id={`${id}-title`} sx={{ px: 6, pt: 5 }}>
        {title}
      </Typography>
      <IntroId value={`${id}-intro`}>{children}</IntroId>
    </Dialog>
  );
}

interface DialogStepProps {
  /** One sentence on what happens here. */
  intro: ReactNode;
  /** What scrolls by itself must say so; head and foot stay. */
  children: ReactNode;
  /** A `RefusalAlert`; stands above the buttons, where the eye is. */
  alert?: ReactNode;
  /** Buttons, the verb last and of type `submit`. */
  foot: ReactNode;
  onSubmit: () => void;
}

const firstField = 'textarea:not([aria-hidden="true"]), [role="combobox"]';

/** One step; where it is another component than the one before it begins with its own focus. */
export function DialogStep({ intro, children, alert, foot, onSubmit }: DialogStepProps) {
  const introId = use(IntroId);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const field = form.current?.querySelector<HTMLElement>(firstField);
    (field ?? form.current?.querySelector<HTMLElement>('button[type="submit"]'))?.focus();
  }, []);
  return (
    <Box
      component="form"
      ref={form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onSubmit();
      }}
      sx={column}
    >
      <Typography id={introId} component="div" color="secondInk" sx={{ px: 6, pt: 1, pb: 1 }}>
        {intro}
      </Typography>
      {children}
      {alert != null && <Box sx={{ px: 6, pt: 3, '&:empty': { display: 'none' } }}>{alert}</Box>}
      <Box sx={buttons}>{foot}</Box>
    </Box>
  );
}

const column = { display: 'flex', flexDirection: 'column', minHeight: 0 } as const;
const buttons = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'flex-end',
  gap: 2,
  px: 6,
  pt: 4,
  pb: 5,
} as const;
