import Box from '@mui/material/Box';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useTranslation } from 'react-i18next';
import type { RestorePreview } from '../../../core/contract/restore-preview';
import { useFormat } from '../../i18n/format';
import { Besides } from './besides';
import { PeopleList } from './people-list';
import { useStandingText } from './use-standing-text';

/** What restoring would change: counts, people by name, and what else comes of it. */
export function RestoreDifference({ preview }: { preview: RestorePreview }) {
  const { t } = useTranslation('restore');
  const standing = useStandingText();
  const { gone, revived, changed, nowAt } = preview;
  const someone = gone.total + revived.total + changed.total > 0;
  return (
    <Box sx={{ display: 'grid', gap: 4, minWidth: 0 }}>
      <Counts preview={preview} />
      {nowAt !== null && !someone && <Typography color="secondInk">{t('nobody')}</Typography>}
      <PeopleList title={t('gone', { count: gone.total })} people={gone} />
      <PeopleList title={t('revived', { count: revived.total })} people={revived} />
      <PeopleList
        title={t('changed', { count: changed.total })}
        people={changed}
        more={({ now, restored }) => t('was', standing(now, restored))}
      />
      <Besides preview={preview} />
    </Box>
  );
}

function Counts({ preview }: { preview: RestorePreview }) {
  const { t } = useTranslation('restore');
  const format = useFormat();
  const known = preview.nowAt !== null;
  const number = (value: number | null) => (value === null ? '–' : format.number(value));
  const rows = (['people', 'invitations', 'visits', 'sites'] as const).map((kind) => ({
    label: t(`table.${kind}`),
    now: number(preview[kind].now),
    restored: number(preview[kind].restored),
  }));
  const { licence } = preview;
  const licenceText = (at: number | null) =>
    at === null ? t('table.noLicence') : t('table.licenceOf', { when: format.date(at) });
  if (licence.now !== licence.restored && known)
    rows.push({
      label: t('table.licence'),
      now: licenceText(licence.now),
      restored: licenceText(licence.restored),
    });
  return (
    <Box sx={{ border: 1, borderColor: 'line', borderRadius: 1, overflow: 'hidden' }}>
      <Table aria-label={t('table.name')} sx={table}>
        <TableHead>
          <TableRow>
            <TableCell>{t('table.name')}</TableCell>
            {known && <TableCell align="right">{t('table.now')}</TableCell>}
            <TableCell align="right">{t('table.restored')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ label, now, restored }) => (
            <TableRow key={label}>
              <TableCell>{label}</TableCell>
              {known && <TableCell align="right">{now}</TableCell>}
              <TableCell
                align="right"
                sx={{ fontWeight: known && now !== restored ? 'fontWeightMedium' : undefined }}
              >
                {restored}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Box>
  );
}

const table = {
  '& td, & th': { py: 1.5, height: 'auto', px: 3 },
  '& tbody tr:last-child td': { borderBottom: 0 },
} as const;
