import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { FormEvent, ReactNode } from 'react';
import { PasswordGroup } from './password-input';

interface EntryFormProps {
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  submitLabel: string;
  pending: boolean;
  /** A `RefusalAlert`. */
  alert?: ReactNode;
  /** Links below the button. */
  after?: ReactNode;
  children: ReactNode;
}

/** A form that is a whole screen: fields, the refusal, one wide button. */
export function EntryForm({ onSubmit, submitLabel, pending, alert, after, children }: EntryFormProps) {
  return (
    <PasswordGroup>
      <Box component="form" noValidate onSubmit={onSubmit} sx={{ display: 'grid', gap: 4 }}>
        {children}
        {alert}
        <Button type="submit" variant="contained" disabled={pending} fullWidth sx={{ height: 42, mt: 0.5 }}>
          {submitLabel}
        </Button>
        {after != null && (
          <Box
            sx={{
              display: 'flex',
              flexWrap: 'wrap',
              justifyContent: 'space-between',
              columnGap: 4,
              rowGap: 2,
            }}
          >
            {after}
          </Box>
        )}
      </Box>
    </PasswordGroup>
  );
}
