import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { AuditChange } from '../../../core/contract/audit';
import { VisuallyHidden } from '../visually-hidden';
import type { EntryTexts } from './use-entry-texts';

/** "Role: Member → Site-Admin", a line each. */
export function EntryChanges({ changes, texts }: { changes: readonly AuditChange[]; texts: EntryTexts }) {
  const { t } = useTranslation('audit');
  return changes.map(({ field, before, after }) => (
    <Typography key={field} variant="caption" component="p" color="secondInk">
      {texts.field(field)}:{' '}
      {before !== null && (
        <>
          {texts.value(field, before)}
          <span aria-hidden> → </span>
          <VisuallyHidden> {t('became')} </VisuallyHidden>
        </>
      )}
      {texts.value(field, after)}
    </Typography>
  ));
}
