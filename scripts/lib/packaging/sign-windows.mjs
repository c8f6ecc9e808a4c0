// electron-builder's hook for signing on Windows, when ATRIUM_SIGN_COMMAND is set (scripts/package.mjs): a key in a vault or a
// token in a drawer is reached by a program of its own. It gets the file as its last argument and signs it in place.
import { must } from '../run.mjs';

/** @param {{ path: string }} configuration */
export default async function sign({ path }) {
  const [program = '', ...args] = (process.env.ATRIUM_SIGN_COMMAND ?? '')
    .split(' ')
    .filter((part) => part !== '');
  await must(`Signing ${path}`, program, [...args, path]);
}
