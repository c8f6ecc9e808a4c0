import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleExtension, bundleName, bundleOf } from '../../core/doctor/bundle';
import { examine, type Patient } from './examine';
import { textOf } from './write-text';

export interface Visit extends Patient {
  /** Where the support bundle goes. */
  out: string;
  print: (text: string) => void;
}

/** Examines, says what was found and writes the support bundle. Answers the exit code: 1 when something is wrong. */
export async function visit({ out, print, ...patient }: Visit): Promise<number> {
  const report = await examine(patient);
  print(textOf(report, patient.folder));
  const bundle = join(out, `${bundleName(report)}.${bundleExtension}`);
  // Its owner's alone, and never over another.
  writeFileSync(bundle, bundleOf(report), { mode: 0o600, flag: 'wx' });
  print(
    `\nSupport bundle: ${bundle}\nIt holds what stands above but for the folder's name: no person, no address, no key.\n`,
  );
  return report.findings.some(({ severity }) => severity === 'wrong') ? 1 : 0;
}
