import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Address } from '../../../components/address';
import { CloseIcon } from '../../../components/icons';
import { Initials } from '../../../components/initials';
import { useNow } from '../../../ipc/app-state';
import type { Act } from '../acts/act';
import { type ActSubject, rowActs } from '../acts/row-acts';
import { useRights } from '../acts/use-rights';

interface SheetFrameProps {
  subject: ActSubject;
  /** `false` while it isn't known what can be done. */
  withActs: boolean;
  focused: boolean;
  onClose: () => void;
  onAct: (act: Act) => void;
  children?: ReactNode;
}

/** Who it is, which stays in sight; what can be done and what is known scrolls below. */
export function SheetFrame({ subject, withActs, focused, onClose, onAct, children }: SheetFrameProps) {
  const { t } = useTranslation('users');
  const id = useId();
  const rights = useRights();
  const heading = useRef<HTMLHeadingElement>(null);
  const now = useNow();
  const acts = withActs ? rowActs(subject, rights, now) : [];
  const changesEmail = withActs && subject.kind === 'user' && rights.can('user.changeEmail');

  // biome-ignore lint/correctness/useExhaustiveDependencies: another person opened by keyboard takes the focus too
  useEffect(() => {
    if (focused) heading.current?.focus();
  }, [focused, subject.id]);

  return (
    <Box component="aside" aria-labelledby={id} sx={sheet}>
      <Box sx={head}>
        <Initials name={subject.displayName} />
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography
            id={id}
            ref={heading}
            tabIndex={-1}
            component="h2"
            // An address is longer than a name: a size smaller it stays a line or two.
            variant={subject.displayName === null ? 'h3' : 'section'}
            sx={name}
          >
            {subject.displayName ?? <Address email={subject.email} />}
          </Typography>
          <Typography variant="caption" component="p" color="secondInk" sx={{ overflowWrap: 'anywhere' }}>
            {subject.displayName === null ? t('row.notRegistered') : <Address email={subject.email} />}
          </Typography>
          {subject.id === rights.ownId && (
            <Typography variant="caption" component="p" color="secondInk">
              {t('person.you')}
            </Typography>
          )}
          {changesEmail && (
            <Button
              variant="text"
              onClick={() => onAct({ kind: 'changeEmail', userId: subject.id })}
              sx={{ height: 24, ml: -2, mt: 0.5 }}
            >
              {t('acts.changeEmail')}
            </Button>
          )}
        </Box>
        <IconButton aria-label={t('person.close')} onClick={onClose} sx={{ mt: -1, mr: -2 }}>
          <CloseIcon />
        </IconButton>
      </Box>
      {/* Reached by Tab, or its end couldn't be read without a mouse where nothing in it takes the focus. */}
      <Box tabIndex={0} role="group" aria-labelledby={id} sx={content}>
        {acts.length > 0 && (
          <Box sx={{ display: 'grid', gridTemplateColumns: 'auto auto', gap: 2 }}>
            {acts.map((act) => (
              <Button key={act.name} onClick={() => onAct(act.act)} sx={actButton}>
                {t(`acts.${act.name}`)}
              </Button>
            ))}
          </Box>
        )}
        {children}
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
/** Two beside each other, whatever language they are in. */
const actButton = { px: 1, minWidth: 0, height: 32 } as const;
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
