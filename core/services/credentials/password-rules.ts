import type { ReadDb } from '../../db/types';
import {
  normalisePassword,
  type PasswordContext,
  type PasswordProblem,
  passwordProblem,
} from '../../domain/password';
import { hasAllSites, type Role } from '../../domain/role';
import { AppError } from '../../errors/app-error';
import type { CommonPasswords, Hasher } from '../../ports';
import { requireOrganisation } from '../organisation/organisation-rows';
import { openSites } from '../sites/site-rows';
import type { Credential } from './credential-rows';

interface Person {
  email: string;
  displayName: string;
  role: Role;
  /** Names of the person's sites; for all-sites roles every open site counts. */
  siteNames: readonly string[];
}

/** The words this person's password must not contain. */
export function passwordContext(db: ReadDb, person: Person): PasswordContext {
  return {
    email: person.email,
    displayName: person.displayName,
    siteNames: hasAllSites(person.role) ? openSites(db).map((site) => site.name) : person.siteNames,
    organisationName: requireOrganisation(db).name,
  };
}

/** Errors: `password.too_short`, `password.too_long`, `password.contains_context`, `password.common`. */
export function requirePassword(
  password: string,
  context: PasswordContext,
  commonPasswords: CommonPasswords,
): void {
  const problem = passwordProblem(password, context);
  if (problem !== null) throw passwordError(problem);
  if (commonPasswords.has(password)) throw new AppError('password.common');
}

function passwordError(problem: PasswordProblem): AppError {
  switch (problem.code) {
    case 'password.too_short':
      return new AppError(problem.code, problem.data);
    case 'password.too_long':
      return new AppError(problem.code, problem.data);
    case 'password.contains_context':
      return new AppError(problem.code, problem.data);
  }
}

/**
 * Neither the present password (a temporary one included) nor the one before. Error: `password.reused`.
 * Verifying is slow, so this runs before the transaction.
 */
export async function requireFreshPassword(
  hasher: Hasher,
  current: Credential,
  password: string,
): Promise<void> {
  const typed = normalisePassword(password);
  for (const hash of [current.hash, current.previousHash]) {
    if (hash !== null && (await hasher.verify(hash, typed))) throw new AppError('password.reused');
  }
}
