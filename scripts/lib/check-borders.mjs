// One step of `npm run check`: check-borders.mjs [folder]. Checks who imports whom against .dependency-cruiser.cjs.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { command } from './log.mjs';
import { root } from './paths.mjs';

const folders = ['core', 'electron', 'renderer', 'scripts', 'test'];

await command(async () => {
  const { forbidden, options } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'));
  const { output } = await cruise(folders, {
    ...options,
    baseDir: resolve(process.argv[2] ?? root),
    ruleSet: { forbidden },
    validate: true,
  });
  if (typeof output === 'string')
    throw new Error('dependency-cruiser answered with a text instead of its findings.');
  const { violations } = output.summary;
  for (const { rule, from, to } of violations) console.log(`${rule.name}: ${from} → ${to}`);

  // Without a compiler that it understands the tool reads no TypeScript and finds everything in order.
  const read = output.modules.filter(({ source }) =>
    /^(core|electron|renderer)\/.*\.tsx?$/.test(source),
  ).length;
  console.log(
    read === 0
      ? 'No module was read: nothing was checked.'
      : `${read} modules, ${violations.length} breaches`,
  );
  return read === 0 || violations.length > 0 ? 1 : 0;
});
