import { parseArgs } from 'node:util';
import { decodeJwt } from 'jose';
import { licenceClaims } from '../../core/domain/licence';
import { isAppError } from '../../core/errors/app-error';
import { readLicence, tokenIn } from '../../core/services/licence/read-licence';
import { describe } from './describe';
import { readText } from './files';
import { LicenceRefusal } from './refusal';

/** What a licence file says, and with `--key` whether that key signed it. */
export async function show(args: readonly string[]): Promise<string> {
  const { file, key } = parse(args);
  const token = readToken(file);
  if (key === undefined)
    return `${describe(unchecked(file, token))}Signature:           not checked (--key=<public.pem>)\n`;
  try {
    const claims = await readLicence(token, { publicKeys: [readText(key)] });
    return `${describe(claims)}Signature:           made with ${key}\n`;
  } catch (error) {
    if (isAppError(error, 'licence.tampered')) {
      throw new LicenceRefusal(`${file} was not signed with ${key}, or was changed afterwards.`);
    }
    if (isAppError(error, 'licence.garbage')) throw noLicence(file);
    throw error;
  }
}

function parse(args: readonly string[]): { file: string; key: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { key: { type: 'string' } },
    });
    const [file, more] = positionals;
    if (file === undefined || more !== undefined) throw new Error('show takes one licence file.');
    return { file, key: values.key };
  } catch (error) {
    throw new LicenceRefusal(error instanceof Error ? error.message : String(error));
  }
}

function readToken(file: string): string {
  const text = readText(file);
  try {
    return tokenIn(text);
  } catch {
    throw noLicence(file);
  }
}

function unchecked(file: string, token: string) {
  try {
    return licenceClaims.parse(decodeJwt(token));
  } catch {
    throw noLicence(file);
  }
}

function noLicence(file: string): LicenceRefusal {
  return new LicenceRefusal(`${file} is no licence file.`);
}
