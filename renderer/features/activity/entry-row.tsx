import { memo } from 'react';
import type { ListedEntry } from '../../../core/contract/audit';
import { EntryChanges } from '../../components/audit/entry-changes';
import type { EntryTexts } from '../../components/audit/use-entry-texts';
import { RelativeTime } from '../../components/relative-time';

interface EntryRowProps {
  entry: ListedEntry;
  index: number;
  texts: EntryTexts;
  now: number;
  refused: string;
  /** Its sheet is open. */
  open: boolean;
  /** The one row that Tab reaches. */
  reachable: boolean;
  onOpen: (entry: ListedEntry, byKeyboard: boolean) => void;
  onFocus: (index: number) => void;
}

/** Plain elements, styled by `EntryTableRoot`; painted again only when something of its own changed. */
export const EntryRow = memo(function EntryRow(props: EntryRowProps) {
  const { entry, index, texts, now, refused, open, reachable, onOpen, onFocus } = props;
  return (
    <tr
      data-index={index}
      data-entry={entry.id}
      tabIndex={reachable ? 0 : -1}
      aria-current={open || undefined}
      onFocus={() => onFocus(index)}
      onClick={() => onOpen(entry, false)}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return;
        event.preventDefault();
        onOpen(entry, true);
      }}
    >
      <td className="when">
        <RelativeTime at={entry.at} now={now} />
      </td>
      <td className="what">
        {texts.sentence(entry)}
        <EntryChanges changes={entry.changes} texts={texts} />
        {entry.outcome === 'denied' && (
          <span className="refused">
            <span className="dot" aria-hidden />
            {refused}
          </span>
        )}
      </td>
      <td className="site" title={entry.site?.name ?? undefined}>
        {entry.site?.name}
      </td>
    </tr>
  );
});
