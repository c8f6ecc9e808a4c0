import LinearProgress from '@mui/material/LinearProgress';
import { useTranslation } from 'react-i18next';
import type { AppState } from '../../core/contract/app';
import { EntryLayout } from '../components/entry-layout';

/** The database is closed for something that is done with it: what that is, and how far it has come. */
export function WorkingScreen({ work: { doing, progress } }: { work: NonNullable<AppState['work']> }) {
  const { t } = useTranslation('entry');
  const title = t(`working.${doing}.title`);
  return (
    <EntryLayout
      title={title}
      intro={<span role="status">{t(`working.${doing}.text`)}</span>}
      organisation={null}
      width={400}
    >
      <LinearProgress
        aria-label={title}
        variant={progress === null ? 'indeterminate' : 'determinate'}
        value={progress === null ? undefined : Math.round(100 * progress)}
      />
    </EntryLayout>
  );
}
