import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Lets plain Node run our TypeScript in a child process of a test (`node --import`): it strips types by itself, only
 * imports without an extension need a hand.
 */
registerHooks({
  resolve(specifier, context, next) {
    // Packages know how they find their own parts.
    if (!specifier.startsWith('.') || !context.parentURL?.endsWith('.ts')) return next(specifier, context);
    const url = new URL(specifier, context.parentURL);
    const found = ['', '.ts', '/index.ts']
      .map((ending) => new URL(url.href + ending))
      .find((candidate) => /\.\w+$/.test(candidate.pathname) && existsSync(fileURLToPath(candidate)));
    return next(found?.href ?? specifier, context);
  },
});
