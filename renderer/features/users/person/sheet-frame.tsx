import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Address } from '../../../components/address';
import { Initials } from '../../../components/initials';
import { SideSheet } from '../../../components/side-sheet';
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
  const rights = useRights();
  const now = useNow();
  const acts = withActs ? rowActs(subject, rights, now) : [];
  const changesEmail = withActs && subject.kind === 'user' && rights.can('user.changeEmail');
  const address = <Address email={subject.email} />;

  return (
    <SideSheet
      subject={subject.id}
      picture={<Initials name={subject.displayName} />}
      title={subject.displayName ?? address}
      // An address is longer than a name: a size smaller it stays a line or two.
      titleVariant={subject.displayName === null ? 'h3' : 'section'}
      note={subject.displayName === null ? t('row.notRegistered') : address}
      more={
        <>
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
        </>
      }
      closeLabel={t('person.close')}
      focused={focused}
      onClose={onClose}
    >
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
    </SideSheet>
  );
}

/** Two beside each other, whatever language they are in. */
const actButton = { px: 1, minWidth: 0, height: 32 } as const;
