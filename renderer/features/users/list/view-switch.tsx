import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { SegmentedSwitch } from '../../../components/segmented-switch';
import type { ListView } from './filters';

interface ViewSwitchProps {
  view: ListView;
  onView: (view: ListView) => void;
}

/** One list of everybody, or users and invitations apart. */
export const ViewSwitch = memo(function ViewSwitch({ view, onView }: ViewSwitchProps) {
  const { t } = useTranslation('users');
  return (
    <SegmentedSwitch
      label={t('toolbar.view')}
      value={view}
      options={[
        { value: 'unified', label: t('toolbar.unified') },
        { value: 'tabbed', label: t('toolbar.tabbed') },
      ]}
      onChange={onView}
    />
  );
});
