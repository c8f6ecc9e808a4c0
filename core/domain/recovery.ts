import { readCode } from './code';

/** 100 bits: it opens the whole organisation, stands on paper for years and is typed once, if ever. */
export const recoveryCodeLength = 20;

export function parseRecoveryCode(typed: string): string | null {
  return readCode(typed, recoveryCodeLength);
}
