import Box from '@mui/material/Box';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { FileDrop } from '../../components/file-drop';
import { Notice } from '../../components/notice';
import { Panel } from '../../components/panel';
import { useCan } from '../../ipc/app-state';
import { useRequest } from '../../ipc/query';
import { ImportLicence } from './import-licence';
import { LicenceFacts } from './licence-facts';
import { LicenceHead } from './licence-head';
import { LicenceUsage } from './licence-usage';
import { OrganisationId } from './organisation-id';
import { PanelSkeleton } from './panel-skeleton';
import { useImportLicence } from './use-import-licence';

/** What the licence allows, how much of it is used, and where another one comes in. */
export function LicenceSettings() {
  const { t } = useTranslation('licence');
  const id = useId();
  const can = useCan();
  const { data, error } = useRequest('licence.get', {}, { staleTime: 0 });
  const { importFile, ...importing } = useImportLicence();
  if (data === undefined) return <PanelSkeleton height={420} error={error} />;
  const mayImport = can('licence.import');
  const panel = (
    <Panel labelledBy={`${id}-title`}>
      <Box sx={{ display: 'grid', gap: 6, '& > dl': { mb: 0 } }}>
        <LicenceHead titleId={`${id}-title`} licence={data} />
        {data.unreadable && <Notice tone="pending">{t('unreadable')}</Notice>}
        <LicenceUsage licence={data} />
        <LicenceFacts licence={data} />
        <OrganisationId id={data.organisationId} />
        {mayImport && (
          <Box sx={{ pt: 5, borderTop: 1, borderColor: 'line' }}>
            <ImportLicence onFile={importFile} {...importing} />
          </Box>
        )}
      </Box>
    </Panel>
  );
  return mayImport ? (
    <FileDrop onFile={importFile} label={t('drop')} maxWidth={720}>
      {panel}
    </FileDrop>
  ) : (
    panel
  );
}
