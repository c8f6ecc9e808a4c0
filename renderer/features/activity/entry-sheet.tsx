import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedEntry } from '../../../core/contract/audit';
import { EntryChanges } from '../../components/audit/entry-changes';
import { useEntryTexts } from '../../components/audit/use-entry-texts';
import { Facts } from '../../components/facts';
import { SideSheet } from '../../components/side-sheet';
import { StatusLabel } from '../../components/status-label';
import { EntryUndo } from '../../components/undo/entry-undo';
import { useFormat } from '../../i18n/format';
import type { ChosenPerson, Filters } from './filters';

interface EntrySheetProps {
  entry: ListedEntry;
  focused: boolean;
  onClose: () => void;
  onFilter: (part: Partial<Filters>) => void;
}

/** All that an entry holds, and where it stands in its desk's chain. */
export function EntrySheet({ entry, focused, onClose, onFilter }: EntrySheetProps) {
  const { t } = useTranslation(['audit', 'common']);
  const texts = useEntryTexts();
  const format = useFormat();
  const { actor, subject, site, changes, facts } = entry;
  const who = chosen(actor);
  const whom = subject !== null && isPerson(subject.type) ? chosen(subject) : null;
  const denied = entry.outcome === 'denied';
  return (
    <SideSheet
      subject={entry.id}
      title={texts.sentence(entry)}
      note={format.dateTime(entry.at)}
      closeLabel={t('audit:sheet.close')}
      focused={focused}
      onClose={onClose}
    >
      <Facts
        facts={[
          {
            label: t('audit:sheet.who'),
            value: actor !== null && actor.name === null ? t('audit:sheet.erased') : texts.actor(entry),
          },
          ...(subject === null
            ? []
            : [
                {
                  label: t('audit:sheet.whom'),
                  value: subject.name ?? t(isPerson(subject.type) ? 'audit:sheet.erased' : 'common:dash'),
                },
              ]),
          ...(site === null ? [] : [{ label: t('audit:sheet.site'), value: site.name ?? t('common:dash') }]),
          {
            label: t('audit:sheet.outcome'),
            value: (
              <StatusLabel
                tone={denied ? 'expired' : 'active'}
                label={t(denied ? 'audit:outcome.denied' : 'audit:outcome.done')}
              />
            ),
          },
        ]}
      />
      {(who !== null || whom !== null) && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mt: -5 }}>
          {who !== null && (
            <Button onClick={() => onFilter({ who })}>{t('audit:sheet.onlyWho', { name: who.name })}</Button>
          )}
          {whom !== null && whom.id !== who?.id && (
            <Button onClick={() => onFilter({ whom })}>
              {t('audit:sheet.onlyWhom', { name: whom.name })}
            </Button>
          )}
        </Box>
      )}
      {changes.length > 0 && (
        <Part title={t('audit:sheet.changes')}>
          <EntryChanges changes={changes} texts={texts} />
          {entry.undoable && whom !== null && (
            <EntryUndo
              key={entry.id}
              target={{ id: whom.id, entryId: entry.id, name: whom.name }}
              action={entry.action}
              what={texts.sentence(entry)}
            />
          )}
        </Part>
      )}
      {facts.length > 0 && (
        <Part title={t('audit:sheet.facts')}>
          <Facts
            facts={facts.map(({ name, value }) => ({
              label: texts.field(name),
              value: texts.value(name, value),
            }))}
          />
        </Part>
      )}
      <Part title={t('audit:sheet.chain')}>
        <Facts
          facts={[
            { label: t('audit:sheet.action'), value: entry.action },
            { label: t('audit:sheet.number'), value: format.number(entry.n) },
            { label: t('audit:sheet.desk'), value: entry.deskId },
            { label: t('audit:sheet.hash'), value: entry.hash },
          ]}
        />
      </Part>
    </SideSheet>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Box component="section" sx={{ pt: 3, borderTop: 1, borderColor: 'line', mb: -2 }}>
      <Typography component="h3" variant="label" sx={{ mb: 2 }}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}

/** Somebody erased has no name to be chosen by. */
function chosen(person: { id: string; name: string | null } | null): ChosenPerson | null {
  return person === null || person.name === null ? null : { id: person.id, name: person.name };
}

function isPerson(type: string): boolean {
  return type === 'user' || type === 'invitation';
}
