import type { PageSource } from './origin';

/**
 * What a page may load: itself and nothing else. Emotion writes style elements while it runs, so styles, and only
 * they, may be inline. The development server needs its own socket and its reload snippet on top.
 */
export function contentPolicy(source: PageSource): string {
  const { development, origin } = source;
  const directives: Record<string, string> = {
    'default-src': "'self'",
    'script-src': development ? "'self' 'unsafe-inline'" : "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': development ? `'self' ${origin.replace(/^http/, 'ws')}` : "'self'",
    'object-src': "'none'",
    // Its own threads only: judging a password's strength runs in one.
    'worker-src': "'self'",
    'frame-src': "'none'",
    'frame-ancestors': "'none'",
    'form-action': "'none'",
    'base-uri': "'none'",
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
