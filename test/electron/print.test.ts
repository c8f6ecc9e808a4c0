import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type PrintParts, printSheet } from '../../electron/window/print';
import { refused } from '../core/services/observe';
import { tempFolder } from '../support/db';

const sheet = { title: 'Recovery kit: Haus "Süd" / Nord', paper: 'A4' } as const;
const pdf = Buffer.from('%PDF-1.7 the sheet');

interface Machine {
  printers?: unknown[] | Error;
  /** How the system's print dialog ends. */
  ends?: [success: boolean, reason: string];
  /** What the person chooses in the dialog for files. */
  chooses?: string | null;
}

/** A machine's side of printing, as Electron shows it. */
function machine({ printers = [], ends = [true, ''], chooses = null }: Machine) {
  const asked = { suggestion: '', print: null as unknown, pdf: null as unknown };
  const parts = {
    contents: {
      getPrintersAsync: async () => {
        if (printers instanceof Error) throw printers;
        return printers;
      },
      print: (options: unknown, done: (success: boolean, reason: string) => void) => {
        asked.print = options;
        done(...ends);
      },
      printToPDF: async (options: unknown) => {
        asked.pdf = options;
        return pdf;
      },
    },
    askForFile: async (suggestion: string) => {
      asked.suggestion = suggestion;
      return chooses;
    },
  } as unknown as PrintParts;
  return { parts, asked };
}

test('with a printer the system’s own dialog is asked, on paper of that size', async () => {
  const { parts, asked } = machine({ printers: [{}] });
  expect(await printSheet(parts, sheet)).toEqual({ printed: true, savedTo: null });
  expect(asked).toMatchObject({
    print: { pageSize: 'A4', printBackground: true },
    pdf: null,
    suggestion: '',
  });
});

test('leaving the system’s dialog is no error, a printer that fails is one', async () => {
  const left = machine({ printers: [{}], ends: [false, 'Print job canceled'] });
  expect(await printSheet(left.parts, sheet)).toEqual({ printed: false, savedTo: null });
  const failed = machine({ printers: [{}], ends: [false, 'Print job failed'] });
  await refused(() => printSheet(failed.parts, sheet), 'print.failed');
});

test.each([[[]], [new Error('no such service')]])(
  'without a printer (%s) it becomes a file, the owner’s only',
  async (printers) => {
    const savedTo = join(tempFolder(), 'kit.pdf');
    const { parts, asked } = machine({ printers, chooses: savedTo });
    expect(await printSheet(parts, { ...sheet, paper: 'A6' })).toEqual({ printed: true, savedTo });
    expect(asked).toMatchObject({
      print: null,
      pdf: { pageSize: 'A6' },
      suggestion: 'Recovery kit Haus Süd Nord.pdf',
    });
    expect(readFileSync(savedTo)).toEqual(pdf);
    if (process.platform !== 'win32') expect(statSync(savedTo).mode & 0o777).toBe(0o600);
  },
);

test('a file named without an ending gets one', async () => {
  const chosen = join(tempFolder(), 'kit');
  const { parts } = machine({ chooses: chosen });
  expect(await printSheet(parts, sheet)).toEqual({ printed: true, savedTo: `${chosen}.pdf` });
});

test('leaving the dialog for files is no error, a place that can’t be written to is one', async () => {
  expect(await printSheet(machine({}).parts, sheet)).toEqual({ printed: false, savedTo: null });
  const nowhere = machine({ chooses: join(tempFolder(), 'gone', 'kit.pdf') });
  await refused(() => printSheet(nowhere.parts, sheet), 'print.failed');
});
