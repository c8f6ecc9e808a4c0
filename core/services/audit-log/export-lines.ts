import type { AuditEntryView } from '../../contract/audit';
import { csvMark, csvRow } from '../../domain/csv';

type Format = 'csv' | 'json';

interface Lines {
  begin: string;
  /** @param index from 0. */
  entry(view: AuditEntryView, index: number): string;
  end: string;
}

const columns = [
  'Time (UTC)',
  'Who',
  'Action',
  'Outcome',
  'Whom or what',
  'Kind',
  'Site',
  'Changes',
  'Facts',
  'Desk',
  'Entry',
  'Hash',
  'Who (id)',
  'Whom or what (id)',
] as const;

function cells(view: AuditEntryView): string[] {
  const { actor, subject, site, changes, facts, deskId, n, hash } = view;
  return [
    new Date(view.at).toISOString(),
    actor?.name ?? '',
    view.action,
    view.outcome,
    subject?.name ?? '',
    subject?.type ?? '',
    site?.name ?? '',
    changes.map(({ field, before, after }) => `${field}: ${before ?? '–'} → ${after ?? '–'}`).join('; '),
    facts.map(({ name, value }) => `${name}: ${value}`).join('; '),
    deskId,
    String(n),
    hash,
    actor?.id ?? '',
    subject?.id ?? '',
  ];
}

/** Entries as text, one a line in both formats. Actions and fields by their keys: a file for any language. */
export const exportLines: Record<Format, Lines> = {
  csv: { begin: `${csvMark}${csvRow(columns)}`, entry: (view) => csvRow(cells(view)), end: '' },
  json: {
    begin: '[',
    entry: (view, index) =>
      `${index === 0 ? '\n' : ',\n'}${JSON.stringify({ time: new Date(view.at).toISOString(), ...view })}`,
    end: '\n]\n',
  },
};
