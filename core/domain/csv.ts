/**
 * What a spreadsheet would take for a formula at the start of a cell, full-width forms too (OWASP, CSV injection). The
 * apostrophe itself is among them, so that what we guard can be told from what was typed.
 */
const guarded = /^[=+\-@\t\r＝＋－＠']/u;

/** By this a spreadsheet knows that the file is UTF-8. */
export const csvMark = '\uFEFF';

/** One cell: quoted, and a formula made text by an apostrophe before it. */
function csvCell(value: string): string {
  const safe = guarded.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** One line of a table that is written as it grows, after `csvMark`: CRLF, everything quoted. */
export function csvRow(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** A table as a CSV that spreadsheets open as it is: UTF-8 with its mark, CRLF, everything quoted. */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `${csvMark}${rows.map(csvRow).join('')}`;
}

/** The cell without the guard we gave it. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && guarded.test(cell.slice(1)) ? cell.slice(1) : cell;
}
