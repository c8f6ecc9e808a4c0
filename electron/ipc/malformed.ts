import type { z } from 'zod';
import { AppError } from '../../core/errors/app-error';

const maxFields = 50;
const ruleKey = /^[a-z_]+(\.[a-z_]+)*$/;

/** What is wrong with a payload, by field: the dotted path, and the key of a text of `fields.*`. Never the value. */
export function malformed(error: z.ZodError): AppError<'request.malformed'> {
  const fields = error.issues
    .slice(0, maxFields)
    .map((issue) => ({ path: pathOf(issue.path), rule: ruleOf(issue) }));
  return new AppError('request.malformed', { fields });
}

/** The contract's own checks carry their key as message; zod's carry a sentence. */
function ruleOf(issue: z.core.$ZodIssue): string {
  if (ruleKey.test(issue.message)) return issue.message;
  return 'invalid';
}

/** Numbers and names of the contract. A made-up key is not repeated: `unrecognized_keys` points at its parent. */
function pathOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('.').slice(0, 200);
}
