import { z } from 'zod';
import { nothing } from './fields';
import { route, writes } from './route';

export const supportContract = {
  /**
   * Looks through the desk's folder and saves what was found, without anything personal, as a file for who helps. `savedTo: null`: the
   * person left the dialog. `wrong`: so many things have to be put right. Errors: `file.not_saved`.
   */
  'support.save': route(
    writes('support.save'),
    nothing,
    z.strictObject({ savedTo: z.string().nullable(), wrong: z.number().int() }),
  ),
};
