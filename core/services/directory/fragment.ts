import type { SqlValue } from '../../db/types';

/** A piece of SQL and the values of its question marks. */
export interface Fragment {
  sql: string;
  parameters: readonly SqlValue[];
}

export function whereText(fragments: readonly Fragment[]): string {
  return fragments.length === 0 ? '' : ` where ${fragments.map((fragment) => fragment.sql).join(' and ')}`;
}

export function parametersOf(fragments: readonly Fragment[]): SqlValue[] {
  return fragments.flatMap((fragment) => fragment.parameters);
}
