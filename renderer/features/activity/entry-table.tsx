import type { ReactNode } from 'react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ListedEntry } from '../../../core/contract/audit';
import { useEntryTexts } from '../../components/audit/use-entry-texts';
import { useRowKeys } from '../../components/use-row-keys';
import { useNow } from '../../ipc/app-state';
import { EntryRow } from './entry-row';
import { EntryTableRoot } from './entry-table-root';

interface EntryTableProps {
  entries: readonly ListedEntry[];
  openId: string | null;
  onOpen: (entry: ListedEntry, byKeyboard: boolean) => void;
  /** Below the last row. */
  foot: ReactNode;
}

const rowsPerScreen = 10;

export function EntryTable({ entries, openId, onOpen, foot }: EntryTableProps) {
  const { t } = useTranslation('audit');
  const texts = useEntryTexts();
  const now = useNow();
  const body = useRef<HTMLTableSectionElement>(null);
  const keys = useRowKeys({
    body,
    count: entries.length,
    rowsPerScreen,
    scrollToIndex: (index) =>
      body.current?.querySelector(`[data-index="${index}"]`)?.scrollIntoView({ block: 'nearest' }),
  });
  return (
    <EntryTableRoot>
      <table aria-label={t('title')}>
        <thead>
          <tr>
            <th className="when">{t('table.when')}</th>
            <th>{t('table.what')}</th>
            <th className="site">{t('table.site')}</th>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={keys.onKeyDown}>
          {entries.map((entry, index) => (
            <EntryRow
              key={entry.id}
              entry={entry}
              index={index}
              texts={texts}
              now={now}
              refused={t('outcome.denied')}
              open={entry.id === openId}
              reachable={index === keys.activeIndex}
              onOpen={onOpen}
              onFocus={keys.setActiveIndex}
            />
          ))}
        </tbody>
      </table>
      {foot}
    </EntryTableRoot>
  );
}
