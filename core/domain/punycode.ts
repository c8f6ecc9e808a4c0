/** RFC 3492 §5, with the parameters IDNA uses. */
const base = 36;
const tMin = 1;
const tMax = 26;
const skew = 38;
const damp = 700;
const initialBias = 72;
const initialN = 128;

/** A label of a domain as people read it: `xn--bcher-kva` → `bücher`. What isn't one, or can't be read, stays. */
export function readableLabel(label: string): string {
  if (!/^xn--/i.test(label)) return label;
  return decode(label.slice(4)) ?? label;
}

function decode(text: string): string | null {
  const delimiter = text.lastIndexOf('-');
  const points = [...text.slice(0, Math.max(0, delimiter))].map((letter) => letter.codePointAt(0) ?? 0);
  let n = initialN;
  let i = 0;
  let bias = initialBias;
  let at = delimiter + 1;
  while (at < text.length) {
    const before = i;
    for (let weight = 1, k = base; ; k += base, at += 1) {
      const digit = digitOf(text[at]);
      if (digit === null) return null;
      i += digit * weight;
      const threshold = Math.min(tMax, Math.max(tMin, k - bias));
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    at += 1;
    const count = points.length + 1;
    bias = adapt(i - before, count, before === 0);
    n += Math.floor(i / count);
    i %= count;
    if (n > 0x10ffff) return null;
    points.splice(i, 0, n);
    i += 1;
  }
  return String.fromCodePoint(...points);
}

function digitOf(letter: string | undefined): number | null {
  if (letter === undefined) return null;
  const digit = 'abcdefghijklmnopqrstuvwxyz0123456789'.indexOf(letter.toLowerCase());
  return digit < 0 ? null : digit;
}

function adapt(delta: number, count: number, first: boolean): number {
  let rest = first ? Math.floor(delta / damp) : Math.floor(delta / 2);
  rest += Math.floor(rest / count);
  let k = 0;
  while (rest > ((base - tMin) * tMax) / 2) {
    rest = Math.floor(rest / (base - tMin));
    k += base;
  }
  return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew));
}
