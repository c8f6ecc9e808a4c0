import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type PasswordContext, passwordLength, passwordProblem } from '../../core/domain/password';
import { usePasswordEstimate } from './use-password-estimate';

interface PasswordStrengthProps {
  password: string;
  /** Whose it will be: their own words are guessed first, and refused by main. */
  about: PasswordContext;
  /** Said while nothing is typed. */
  hint?: ReactNode;
}

const steps = [1, 2, 3, 4] as const;

/** How easily a new password is guessed: four steps and why, in words. It only advises; what is refused main decides. */
export function PasswordStrength({ password, about, hint }: PasswordStrengthProps) {
  const { t } = useTranslation('hints');
  const { reached, text } = useStrength(password, about);
  const tone = reached > 2 ? 'active' : reached === 2 ? 'pending' : 'expired';
  return (
    <>
      <Box
        component="span"
        role="meter"
        aria-label={t('strength.label')}
        aria-valuemin={0}
        aria-valuemax={4}
        aria-valuenow={reached}
        aria-valuetext={text ?? undefined}
        sx={bar}
      >
        {steps.map((step) => (
          <Box
            key={step}
            component="span"
            sx={[segment, step <= reached && { bgcolor: tone, borderColor: tone }]}
          />
        ))}
      </Box>
      <span role="status">{text ?? hint}</span>
    </>
  );
}

/** Steps reached, and what is said about them; `null` while there is nothing to say. */
function useStrength(password: string, about: PasswordContext): { reached: number; text: string | null } {
  const { t } = useTranslation('hints');
  const ownWords = [about.email, about.displayName, about.organisationName, ...about.siteNames];
  const estimate = usePasswordEstimate(password, ownWords);
  if (password === '') return { reached: 0, text: null };
  const problem = passwordProblem(password, about);
  if (problem?.code === 'password.too_short') {
    const missing = passwordLength.minimum - [...password.normalize('NFC')].length;
    return { reached: 1, text: t('strength.tooShort', { count: missing }) };
  }
  if (problem?.code === 'password.contains_context') {
    return { reached: 1, text: t('strength.leaveOut', { word: problem.data.word }) };
  }
  if (estimate === null) return { reached: 0, text: null };
  const verdict = t(`strength.step${estimate.steps}`);
  if (estimate.reason === null) return { reached: estimate.steps, text: verdict };
  const why = t(`strength.reason.${estimate.reason}`);
  return { reached: estimate.steps, text: `${verdict} ${why}` };
}

/** Directly under the field; there before anything is typed, so that nothing moves. */
const bar = {
  display: 'grid',
  gridTemplateColumns: 'repeat(4, 1fr)',
  gap: 1,
  mt: 0.5,
  mb: 1.5,
} as const;
const segment = {
  height: 4,
  borderRadius: '2px',
  // Forced colours take backgrounds away; the border keeps the step.
  border: 1,
  borderColor: 'line',
  bgcolor: 'sunken',
  transition: (theme: { transitions: { duration: { shortest: number } } }) =>
    `background-color ${theme.transitions.duration.shortest}ms`,
} as const;
