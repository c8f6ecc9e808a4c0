import Button from '@mui/material/Button';
import { createContext, type ReactNode, useContext, useState } from 'react';
import type { FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { TextInput, type TextInputProps } from './text-input';

interface Visibility {
  visible: boolean;
  toggle(): void;
}

const VisibilityContext = createContext<Visibility | null>(null);

/**
 * Password fields of one form show and hide their characters together: one toggle, in the field that has it,
 * so that its name occurs once on the screen.
 */
export function PasswordGroup({ children }: { children: ReactNode }) {
  return <VisibilityContext value={useVisibility()}>{children}</VisibilityContext>;
}

function useVisibility(): Visibility {
  const [visible, setVisible] = useState(false);
  return { visible, toggle: () => setVisible((before) => !before) };
}

interface PasswordInputProps<V extends FieldValues>
  extends Omit<TextInputProps<V>, 'type' | 'inputMode' | 'endAdornment' | 'multiline'> {
  /** `false` for the further fields of a group. */
  toggle?: boolean;
}

export function PasswordInput<V extends FieldValues>({ toggle = true, ...props }: PasswordInputProps<V>) {
  const own = useVisibility();
  const { visible, toggle: press } = useContext(VisibilityContext) ?? own;
  const { t } = useTranslation('common');
  return (
    <TextInput
      {...props}
      type={visible ? 'text' : 'password'}
      endAdornment={
        toggle ? (
          <Button variant="text" onClick={press} sx={quiet}>
            {visible ? t('hideCharacters') : t('showCharacters')}
          </Button>
        ) : undefined
      }
    />
  );
}

const quiet = {
  flexShrink: 0,
  height: 28,
  color: 'thirdInk',
  fontWeight: 'fontWeightRegular',
  '&:hover': { color: 'ink', bgcolor: 'sunken' },
} as const;
