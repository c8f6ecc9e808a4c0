import { readableLabel } from './punycode';

/**
 * Alphabets that share the shapes of letters: `а` of Cyrillic and `a` of Latin look the same. A word that mixes them is
 * hardly ever a word (Unicode TS 39 §5.2). Others may stand together, as the scripts of Japanese, Korean and Chinese do
 * beside Latin.
 */
const lookAlikeScripts = [
  'Latin',
  'Greek',
  'Cyrillic',
  'Armenian',
  'Georgian',
  'Cherokee',
  'Coptic',
  'Lisu',
] as const;
type LookAlikeScript = (typeof lookAlikeScripts)[number];

const letterOf: Record<LookAlikeScript, RegExp> = {
  Latin: /\p{Script=Latin}/u,
  Greek: /\p{Script=Greek}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Armenian: /\p{Script=Armenian}/u,
  Georgian: /\p{Script=Georgian}/u,
  Cherokee: /\p{Script=Cherokee}/u,
  Coptic: /\p{Script=Coptic}/u,
  Lisu: /\p{Script=Lisu}/u,
};

/** The scripts mixed within one word of a name, or `null`. A warning, no refusal: there are such names of products. */
export function mixedScriptsInName(name: string): LookAlikeScript[] | null {
  return firstMix(words(name));
}

/**
 * The scripts mixed within one word before the `@` or within one label of the domain, or `null`. A label counts as a
 * whole, hyphens and all, and is read as people see it, not as `xn--…`.
 */
export function mixedScriptsInEmail(address: string): LookAlikeScript[] | null {
  const folded = address.normalize('NFKC');
  const at = folded.lastIndexOf('@');
  const local = at < 0 ? folded : folded.slice(0, at);
  const labels = at < 0 ? [] : folded.slice(at + 1).split(/[.。]/);
  return firstMix([...words(local), ...labels.map(readableLabel)]);
}

/** Full-width letters, the Kelvin sign and their like are read as what they stand for. */
function words(text: string): string[] {
  return text.normalize('NFKC').split(/[^\p{L}\p{M}\p{N}]+/u);
}

function firstMix(parts: readonly string[]): LookAlikeScript[] | null {
  for (const part of parts) {
    const found = lookAlikeScripts.filter((script) => letterOf[script].test(part));
    if (found.length > 1) return found;
  }
  return null;
}
