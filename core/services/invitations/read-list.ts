import { parse } from 'csv-parse/sync';
import type { ParsedInput, RequestOutput } from '../../contract';
import { bareAddress, maxAddresses, readAddresses } from '../../domain/address-list';
import { unguarded } from '../../domain/csv';
import { parseEmail } from '../../domain/email';
import { fold } from '../../domain/text';
import { AppError } from '../../errors/app-error';

type Table = string[][];

/**
 * So much of a table is looked at to find the column of the addresses. A row of separators alone has as many cells as bytes:
 * all rows for each of them would take minutes.
 */
const sample = { columns: 200, rows: 2000 } as const;

/** Headings of the column, without capitals, accents and signs. */
const headings = new Set([
  'email',
  'emails',
  'mail',
  'emailaddress',
  'mailaddress',
  'emailadresse',
  'mailadresse',
  'courriel',
]);

/**
 * The addresses of a CSV file in its order: of the column headed e-mail, else of the one that holds most addresses. Cells
 * that are none stay, so that they can be put right. A text that is no table is read as a pasted list.
 * Errors: `list.no_addresses`, `list.too_long`.
 */
export function readAddressFile({
  text,
}: ParsedInput<'invitations.readList'>): RequestOutput<'invitations.readList'> {
  // With its full-width form: addresses are read by their compatible letters.
  if (!/[@\uFE6B\uFF20]/.test(text)) throw new AppError('list.no_addresses');
  const addresses = columnOf(text) ?? readAddresses(text);
  if (!addresses.some(isAddress)) throw new AppError('list.no_addresses');
  if (addresses.length > maxAddresses)
    throw new AppError('list.too_long', { lines: addresses.length, maximum: maxAddresses });
  return { addresses };
}

/** Of the ways to cut the text into cells the one that shows most addresses. `null`: none shows any. */
function columnOf(text: string): string[] | null {
  const read = [';', ',', '\t'].flatMap((delimiter) => {
    const column = addressColumn(tableOf(text, delimiter));
    return column === null ? [] : [{ column, found: column.filter(isAddress).length }];
  });
  const best = Math.max(0, ...read.map(({ found }) => found));
  return read.find(({ found }) => found === best && found > 0)?.column ?? null;
}

function tableOf(text: string, delimiter: string): Table {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      trim: true,
      relaxQuotes: true,
      relaxColumnCount: true,
      skipEmptyLines: true,
    });
  } catch {
    // A quote that never closes: this is no table.
    return [];
  }
}

function addressColumn(table: Table): string[] | null {
  const [head = [], ...rest] = table;
  const headed = head.findIndex((cell) => headings.has(fold(cell).replace(/[^a-z]/g, '')));
  if (headed >= 0) return cells(rest, headed);
  // Several in a row, and nothing else: a list, not a table.
  const all = table
    .flat()
    .map(bareAddress)
    .filter((cell) => cell !== '');
  if (all.every(isAddress)) return all;
  const looked = table.slice(0, sample.rows);
  const width = Math.min(sample.columns, Math.max(0, ...table.slice(0, 50).map((row) => row.length)));
  const counts = Array.from({ length: width }, (_, index) => cells(looked, index).filter(isAddress).length);
  const most = Math.max(0, ...counts);
  if (most === 0) return null;
  const chosen = cells(table, counts.indexOf(most));
  // A heading we have no word for.
  return chosen[0]?.includes('@') === false ? chosen.slice(1) : chosen;
}

function cells(table: Table, index: number): string[] {
  return table.map((row) => bareAddress(unguarded(row[index] ?? ''))).filter((cell) => cell !== '');
}

function isAddress(cell: string): boolean {
  return parseEmail(cell).ok;
}
