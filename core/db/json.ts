/** What canonical JSON can hold; `undefined` members are left out. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json | undefined };

/** JSON with sorted keys and no blanks: the same value is always the same text, so that it can be hashed. */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.keys(value)
      .sort()
      .flatMap((key) => {
        const member = value[key];
        return member === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(member)}`];
      });
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}
