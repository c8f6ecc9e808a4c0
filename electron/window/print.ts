import type { WebContents } from 'electron';
import { AppError } from '../../core/errors/app-error';
import type { WindowOperations } from '../ipc/window-operations';
import { fileName } from './file-name';
import { writeWholeFile } from './whole-file';

type Sheet = Parameters<WindowOperations['print']>[1];
type Outcome = Awaited<ReturnType<WindowOperations['print']>>;

export interface PrintParts {
  contents: Pick<WebContents, 'getPrintersAsync' | 'print' | 'printToPDF'>;
  /** Where a PDF may go, or `null` when the person leaves the dialog. */
  askForFile(suggestion: string): Promise<string | null>;
}

/**
 * Prints what the window has laid out for paper; where there is no printer, offers it as a PDF. Only the sheet of the
 * window is on it: the page sees to that (renderer/components/print-sheet.tsx). Error: `print.failed`.
 */
export async function printSheet(parts: PrintParts, sheet: Sheet): Promise<Outcome> {
  try {
    return (await hasPrinter(parts)) ? await toPrinter(parts, sheet) : await toFile(parts, sheet);
  } catch (error) {
    throw new AppError('print.failed', {}, { cause: error });
  }
}

/** A machine that can't even be asked for its printers has none that could be used. */
async function hasPrinter({ contents }: PrintParts): Promise<boolean> {
  const printers = await contents.getPrintersAsync().catch(() => []);
  return printers.length > 0;
}

function toPrinter({ contents }: PrintParts, { paper }: Sheet): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    contents.print({ printBackground: true, pageSize: paper }, (success, reason) => {
      if (success) resolve({ printed: true, savedTo: null });
      // "Print job canceled": the person left the system's own dialog.
      else if (/cancel/i.test(reason)) resolve({ printed: false, savedTo: null });
      else reject(new Error(reason));
    });
  });
}

async function toFile({ contents, askForFile }: PrintParts, { title, paper }: Sheet): Promise<Outcome> {
  // Laid out before the dialog opens: what is on paper is what was on the desk when it was asked for.
  const pdf = await contents.printToPDF({ printBackground: true, pageSize: paper, preferCSSPageSize: true });
  const chosen = await askForFile(`${fileName(title)}.pdf`);
  if (chosen === null) return { printed: false, savedTo: null };
  // It may hold a password or a code: nobody else on this machine need read it.
  const savedTo = await writeWholeFile(chosen, 'pdf', pdf);
  return { printed: true, savedTo };
}
