import { memo } from 'react';
import type { AccessAct, AccessEntry } from '../../../../core/contract/access';
import type { AccessTexts } from './use-access-texts';

interface AccessRowProps {
  entry: AccessEntry;
  texts: AccessTexts;
  everySite: boolean;
  aDay: boolean;
}

/** Plain elements, styled by `AccessTableRoot`. */
export const AccessRow = memo(function AccessRow({ entry, texts, everySite, aDay }: AccessRowProps) {
  const { email, granted, ended } = entry;
  const name = texts.name(entry);
  return (
    <tr>
      <td>
        <span className="first" title={email ?? name}>
          {email ?? name}
        </span>
        {email !== null && <span className="second">{name}</span>}
      </td>
      <td>
        <span className="plain">{texts.role(entry)}</span>
        {entry.everywhere && !everySite && <span className="second">{texts.everywhere}</span>}
      </td>
      {everySite && <td>{entry.site?.name ?? texts.everywhere}</td>}
      {aDay && <td className="time">{texts.when(entry)}</td>}
      <td>
        <Act act={granted} texts={texts} />
      </td>
      <td>{ended === null ? texts.lasts : <Act act={ended} texts={texts} />}</td>
    </tr>
  );
});

/** Who did what, and when. */
function Act({ act, texts }: { act: AccessAct; texts: AccessTexts }) {
  const { who, how, when } = texts.act(act);
  return (
    <>
      <span className="plain">{who}</span>
      {how !== '' && <span className="second">{how}</span>}
      <span className="second">{when}</span>
    </>
  );
}
