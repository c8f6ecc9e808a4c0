import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { language as languages } from '../../../core/contract/fields';
import { FormDialog } from '../../components/form-dialog';
import { Radios } from '../../components/radios';
import { RefusalAlert } from '../../components/refusal-alert';
import { useSavePreferences } from '../../ipc/preferences';

/** The choice holds at once, so that whoever landed in the wrong language sees the way out work. */
export function LanguageDialog({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation(['settings', 'common']);
  const id = useId();
  const save = useSavePreferences();
  return (
    <FormDialog
      open
      title={t('settings:languageDialog.title')}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault();
        onClose();
      }}
      submitLabel={t('settings:languageDialog.done')}
      cancelLabel={null}
      pending={false}
      alert={<RefusalAlert error={save.error} />}
    >
      <Radios
        id={id}
        label={t('settings:languageDialog.choice')}
        hideLabel
        value={i18n.language === 'de' ? 'de' : 'en'}
        onChange={(language) => save.mutate({ language })}
        options={languages.options.map((code) => ({ value: code, label: t(`common:language.${code}`) }))}
      />
    </FormDialog>
  );
}
