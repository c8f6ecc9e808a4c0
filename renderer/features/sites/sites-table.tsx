import { useTheme } from '@mui/material/styles';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslation } from 'react-i18next';
import type { SiteRow } from '../../../core/contract/sites';
import { type MenuAction, RowMenu } from '../../components/action-menu';
import { StatusLabel } from '../../components/status-label';
import { VisuallyHidden } from '../../components/visually-hidden';
import { useFormat } from '../../i18n/format';

interface SitesTableProps {
  open: readonly SiteRow[];
  archived: readonly SiteRow[];
  /** `null` where the reader may not. */
  onRename: ((site: SiteRow) => void) | null;
  onArchive: ((site: SiteRow) => void) | null;
  onHistory: ((site: SiteRow) => void) | null;
  onAccess: ((site: SiteRow) => void) | null;
  /** Something stands beside it. */
  narrow: boolean;
}

/** Open sites, and below them, quieter, those that are archived. */
export function SitesTable({
  open,
  archived,
  onRename,
  onArchive,
  onHistory,
  onAccess,
  narrow,
}: SitesTableProps) {
  const { t } = useTranslation('sites');
  const actionsOf = (site: SiteRow): MenuAction[] => [
    ...(onRename === null || site.archivedAt !== null
      ? []
      : [{ label: t('acts.rename'), onSelect: () => onRename(site) }]),
    ...(onArchive === null || site.archivedAt !== null
      ? []
      : [{ label: t('acts.archive'), onSelect: () => onArchive(site) }]),
    ...(onHistory === null ? [] : [{ label: t('acts.history'), onSelect: () => onHistory(site) }]),
    ...(onAccess === null ? [] : [{ label: t('acts.access'), onSelect: () => onAccess(site) }]),
  ];
  const withActions = [onRename, onArchive, onHistory, onAccess].some((act) => act !== null);

  return (
    <TableContainer sx={container}>
      <Table stickyHeader aria-label={t('table.label')} sx={{ tableLayout: 'fixed' }}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ pl: 4 }}>{t('table.name')}</TableCell>
            <TableCell align="right" sx={{ width: narrow ? 90 : 120 }}>
              {t('table.people')}
            </TableCell>
            <TableCell align="right" sx={{ width: narrow ? 104 : 120 }}>
              {t('table.invitations')}
            </TableCell>
            <TableCell sx={{ width: narrow ? 132 : 220, pl: narrow ? 6 : 12 }}>{t('table.status')}</TableCell>
            {withActions && (
              <TableCell sx={{ width: 60 }}>
                <VisuallyHidden>{t('table.actions')}</VisuallyHidden>
              </TableCell>
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          {[...open, ...archived].map((site) => (
            <SiteLine
              key={site.id}
              site={site}
              actions={actionsOf(site)}
              withActions={withActions}
              narrow={narrow}
            />
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}

interface SiteLineProps {
  site: SiteRow;
  actions: readonly MenuAction[];
  withActions: boolean;
  narrow: boolean;
}

function SiteLine({ site, actions, withActions, narrow }: SiteLineProps) {
  const { t } = useTranslation('sites');
  const format = useFormat();
  const { rowHeight } = useTheme();
  const archived = site.archivedAt !== null;
  const quiet = archived ? { color: 'thirdInk' } : null;

  return (
    <TableRow sx={{ height: rowHeight, '&:last-child td': { borderBottom: 0 } }}>
      <TableCell title={site.name} sx={[name, quiet]}>
        {site.name}
      </TableCell>
      <TableCell align="right" sx={quiet}>
        {format.number(site.people)}
      </TableCell>
      <TableCell align="right" sx={quiet}>
        {format.number(site.invitations)}
      </TableCell>
      <TableCell sx={{ pl: narrow ? 6 : 12 }}>
        {site.archivedAt === null ? (
          <StatusLabel tone="active" label={t('status.open')} />
        ) : (
          <StatusLabel
            tone="inactive"
            label={t('status.archived')}
            note={t('archivedOn', { when: format.date(site.archivedAt) })}
          />
        )}
      </TableCell>
      {withActions && (
        <TableCell align="center" sx={{ px: 0 }}>
          {actions.length > 0 && <RowMenu label={t('acts.for', { name: site.name })} actions={actions} />}
        </TableCell>
      )}
    </TableRow>
  );
}

const container = {
  flex: '0 1 auto',
  minHeight: 0,
  border: 1,
  borderColor: 'line',
  borderRadius: 1,
  bgcolor: 'surface',
} as const;
const name = {
  pl: 4,
  fontWeight: 'fontWeightMedium',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
} as const;
