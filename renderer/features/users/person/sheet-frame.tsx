import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CloseIcon } from '../../../components/icons';
import { Initials } from '../../../components/initials';
import { useCan, useSession } from '../../../ipc/app-state';
import type { Act } from '../acts/act';
import { type ActSubject, rowActs } from '../acts/row-acts';
import { Address } from './address';
import { type Fact, FactList } from './fact-list';

interface SheetFrameProps {
  subject: ActSubject;
  facts: readonly Fact[];
  /** `false` while it isn't known what can be done. */
  withActs: boolean;
  focused: boolean;
  onClose: () => void;
  onAct: (act: Act) => void;
  children?: ReactNode;
}

/** Who it is, the facts, and the same acts as in the row's menu. */
export function SheetFrame({ subject, facts, withActs, focused, onClose, onAct, children }: SheetFrameProps) {
  const { t } = useTranslation('users');
  const id = useId();
  const can = useCan();
  const { userId } = useSession();
  const heading = useRef<HTMLHeadingElement>(null);
  const acts = withActs ? rowActs(subject, can, userId) : [];

  // biome-ignore lint/correctness/useExhaustiveDependencies: another person opened by keyboard takes the focus too
  useEffect(() => {
    if (focused) heading.current?.focus();
  }, [focused, subject.id]);

  return (
    <Box component="aside" aria-labelledby={id} sx={sheet}>
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 3 }}>
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
          {subject.id === userId && (
            <Typography variant="caption" component="p" color="secondInk">
              {t('person.you')}
            </Typography>
          )}
        </Box>
        <IconButton aria-label={t('person.close')} onClick={onClose} sx={{ mt: -1, mr: -2 }}>
          <CloseIcon />
        </IconButton>
      </Box>
      {children}
      {facts.length > 0 && <FactList facts={facts} />}
      {acts.length > 0 && (
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2, mt: 'auto' }}>
          {acts.map((act) => (
            <Button key={act.name} onClick={() => onAct(act.act)}>
              {t(`acts.${act.name}`)}
            </Button>
          ))}
        </Box>
      )}
    </Box>
  );
}

const sheet = {
  width: 340,
  flexShrink: 0,
  display: 'flex',
  flexDirection: 'column',
  gap: 5,
  p: 4,
  border: 1,
  borderColor: 'line',
  borderRadius: 1,
  bgcolor: 'surface',
  overflowY: 'auto',
} as const;
const name = { overflowWrap: 'anywhere', '&:focus': { outline: 'none' } } as const;
