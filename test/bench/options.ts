const allParts = ['core', 'cipher', 'window'] as const;

/**
 * `--users=1000,100000` (sizes of the organisation) and `--only=core` `--only=cipher` or `--only=window`; the last of each wins.
 * Throws what is wrong with them in words.
 */
export function readOptions(args: readonly string[]): { sizes: number[]; parts: readonly string[] } {
  const given = (name: string) =>
    args.findLast((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const known = args.every((arg) => arg === '--' || arg.startsWith('--users=') || arg.startsWith('--only='));
  if (!known)
    throw new Error('Options: --users=1000,100000 and --only=core, --only=cipher or --only=window.');
  const sizes = (given('users') ?? '1000,100000').split(',').map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 1000 || size > 1_000_000)) {
    throw new Error('--users takes whole numbers from 1000 to 1000000 with commas between.');
  }
  const only = given('only');
  const parts = allParts.filter((part) => only === undefined || part === only);
  if (parts.length === 0) throw new Error('--only takes core, cipher or window.');
  return { sizes, parts };
}
