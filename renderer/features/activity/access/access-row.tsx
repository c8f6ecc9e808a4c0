import { memo } from 'react';
import type { AccessEntry } from '../../../../core/contract/access';
import type { AccessTexts } from './use-access-texts';

interface AccessRowProps {
  entry: AccessEntry;
  texts: AccessTexts;
  everySite: boolean;
  aDay: boolean;
}

/** Plain elements, styled by `AccessTableRoot`. */
export const AccessRow = memo(function AccessRow({ entry, texts, everySite, aDay }: AccessRowProps) {
  const { email, ended } = entry;
  const name = texts.name(entry);
  const granted = texts.granted(entry);
  const end = ended === null ? null : texts.ended(ended);
  return (
    <tr>
      <td>
        <span className="first">{email ?? name}</span>
        {email !== null && <span className="second">{name}</span>}
      </td>
      <td>
        <span className="plain">{texts.role(entry)}</span>
        {entry.everywhere && !everySite && <span className="second">{texts.everywhere}</span>}
      </td>
      {everySite && <td>{entry.site?.name ?? texts.everywhere}</td>}
      {aDay && <td className="time">{texts.when(entry)}</td>}
      <td>
        <span className="plain">{granted.who}</span>
        <span className="second">{granted.how}</span>
      </td>
      <td>
        {end === null ? (
          texts.lasts
        ) : (
          <>
            <span className="plain">{end.who}</span>
            <span className="second">{end.how}</span>
          </>
        )}
      </td>
    </tr>
  );
});
