import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import Typography from '@mui/material/Typography';
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PasswordGroup } from './password-input';

interface FormDialogProps {
  /** The act; names the dialog. */
  title: string;
  /** One sentence on what will happen and to whom. */
  intro?: ReactNode;
  open: boolean;
  onClose: () => void;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  submitLabel: string;
  /** Takes something away: the verb is red. */
  destructive?: boolean;
  /** The dialog's own request runs. */
  pending: boolean;
  /** A `RefusalAlert`; stands above the buttons, where the eye is. */
  alert?: ReactNode;
  /** `null`: nothing to cancel, the verb alone closes. */
  cancelLabel?: string | null;
  children?: ReactNode;
}

/** One act, asked for in a dialog: Enter does it, Escape and Cancel leave at once. */
export function FormDialog({ open, onClose, ...form }: FormDialogProps) {
  const id = useId();
  return (
    <Dialog
      open={open}
      // A stray press beside the dialog must not lose what was typed.
      onClose={(_event, reason) => reason === 'escapeKeyDown' && onClose()}
      aria-labelledby={`${id}-title`}
      aria-describedby={form.intro == null ? undefined : `${id}-intro`}
    >
      <PasswordGroup>
        <DialogForm id={id} onClose={onClose} {...form} />
      </PasswordGroup>
    </Dialog>
  );
}

/** The chosen radio of a group is its tab stop. */
const firstField =
  'input:not([type="radio"]):not([aria-hidden="true"]):not([readonly]), textarea:not([aria-hidden="true"]), [role="combobox"], input:checked';

function DialogForm(props: Omit<FormDialogProps, 'open'> & { id: string }) {
  const {
    id,
    title,
    intro,
    onClose,
    onSubmit,
    submitLabel,
    destructive = false,
    pending,
    alert,
    children,
  } = props;
  const { t } = useTranslation('common');
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    const field = form.current?.querySelector<HTMLElement>(firstField);
    // A confirmation has no field: its verb has the focus, so that Enter does it.
    (field ?? form.current?.querySelector<HTMLElement>('button[type="submit"]'))?.focus();
  }, []);

  return (
    <Box component="form" ref={form} noValidate onSubmit={onSubmit} sx={column}>
      <Box sx={{ px: 6, pt: 5, pb: children == null ? 0 : 1 }}>
        <Typography variant="section" component="h2" id={`${id}-title`}>
          {title}
        </Typography>
        {intro != null && (
          <Typography id={`${id}-intro`} component="div" color="secondInk" sx={{ mt: 1 }}>
            {intro}
          </Typography>
        )}
      </Box>
      {children != null && <Box sx={fields}>{children}</Box>}
      {alert != null && <Box sx={{ px: 6, pt: 2, '&:empty': { display: 'none' } }}>{alert}</Box>}
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 2, px: 6, pt: 4, pb: 5 }}>
        {props.cancelLabel !== null && <Button onClick={onClose}>{props.cancelLabel ?? t('cancel')}</Button>}
        <Button
          type="submit"
          variant="contained"
          color={destructive ? 'error' : 'primary'}
          disabled={pending}
        >
          {submitLabel}
        </Button>
      </Box>
    </Box>
  );
}

const column = { display: 'flex', flexDirection: 'column', minHeight: 0 } as const;
/** Padding for the focus ring, which a scrolling box would cut off. */
const fields = { display: 'grid', gap: 3, px: 6, py: 2, overflowY: 'auto', minHeight: 0 } as const;
