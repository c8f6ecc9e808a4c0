import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { CloseIcon } from './icons';

interface SideSheetProps {
  /** What it is about; a change of it takes the focus anew. */
  subject: string;
  title: ReactNode;
  /** A title in a smaller size, where it can be long. */
  titleVariant?: 'section' | 'h3';
  /** Before the title. */
  picture?: ReactNode;
  note?: ReactNode;
  /** Below the note: what belongs to the title and stays in sight with it. */
  more?: ReactNode;
  closeLabel: string;
  /** Opened by keyboard: the focus goes along. */
  focused: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** Details beside a list, which stays in view. */
export function SideSheet(props: SideSheetProps) {
  const { subject, title, titleVariant = 'section', note, closeLabel, focused, onClose } = props;
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject opened by keyboard takes the focus too
  useEffect(() => {
    if (focused) heading.current?.focus();
  }, [focused, subject]);

  return (
    <Box component="aside" aria-labelledby={id} sx={sheet}>
      <Box sx={head}>
        {props.picture}
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography id={id} ref={heading} tabIndex={-1} component="h2" variant={titleVariant} sx={name}>
            {title}
          </Typography>
          {note != null && (
            <Typography variant="caption" component="p" color="secondInk" sx={{ overflowWrap: 'anywhere' }}>
              {note}
            </Typography>
          )}
          {props.more}
        </Box>
        <IconButton aria-label={closeLabel} onClick={onClose} sx={{ mt: -1, mr: -2 }}>
          <CloseIcon />
        </IconButton>
      </Box>
      {/* Reached by Tab, or its end couldn't be read without a mouse where nothing in it takes the focus. */}
      <Box tabIndex={0} role="group" aria-labelledby={id} sx={content}>
        {props.children}
      </Box>
    </Box>
  );
}

const sheet = {
  width: { xs: 356, lg: 372 },
  flexShrink: 0,
  display: 'flex',
  flexDirection: 'column',
  minHeight: 0,
  border: 1,
  borderColor: 'line',
  borderRadius: 1,
  bgcolor: 'surface',
  overflow: 'hidden',
} as const;
const head = {
  display: 'flex',
  alignItems: 'flex-start',
  gap: 3,
  minWidth: 0,
  px: 4,
  pt: 3.5,
  pb: 2.5,
  borderBottom: 1,
  borderColor: 'line',
} as const;
const name = { overflowWrap: 'anywhere', '&:focus': { outline: 'none' } } as const;
const content = {
  flex: 1,
  minHeight: 0,
  // Holds what is for screen readers only, which would lengthen the page else.
  position: 'relative',
  overflowY: 'auto',
  display: 'flex',
  flexDirection: 'column',
  gap: 4,
  p: 4,
  '&:focus-visible': { outline: 2, outlineColor: 'accent', outlineOffset: -2 },
} as const;
