import { describe, expect, test } from 'vitest';
import { type Colours, colours, type Scheme } from '../../renderer/theme/tokens';

/** WCAG 2.2, "relative luminance" and "contrast ratio". */
function luminance(hex: string): number {
  const channel = (from: number): number => {
    const value = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

type Token = keyof Colours;
const grounds: Token[] = ['paper', 'surface', 'sunken'];

/** Every text and the grounds it stands on somewhere in the app. */
const texts: [Token, Token[]][] = [
  ['ink', [...grounds, 'accentTint', 'expiredTint', 'pendingTint']],
  ['secondInk', [...grounds, 'accentTint']],
  ['thirdInk', [...grounds, 'accentTint']],
  ['accent', [...grounds, 'accentTint']],
  ['expired', ['paper', 'surface']],
  ['onAccent', ['accent', 'accentStrong']],
  ['onDestructive', ['destructive', 'destructiveStrong']],
  ['onNotice', ['notice']],
  ['noticeAction', ['notice']],
];

/** Borders of controls, dots of states, bars: seen, not read. */
const marks: [Token, Token[]][] = [
  ['strongLine', grounds],
  ['active', grounds],
  ['pending', [...grounds, 'pendingTint']],
  ['expired', [...grounds, 'expiredTint']],
  ['inactive', grounds],
];

const least: Record<Scheme, number> = { light: 4.5, dark: 4.5, contrast: 7 };

describe.each(Object.keys(colours) as Scheme[])('theme %s', (scheme) => {
  const colour = colours[scheme];
  const weak = (pairs: [Token, Token[]][], ratio: number) =>
    pairs.flatMap(([front, backs]) =>
      backs
        .filter((back) => contrast(colour[front], colour[back]) < ratio)
        .map((back) => `${front} on ${back}: ${contrast(colour[front], colour[back]).toFixed(2)}`),
    );

  test('text can be read on every ground it stands on', () => {
    expect(weak(texts, least[scheme])).toEqual([]);
  });

  test('controls and states can be made out', () => {
    expect(weak(marks, 3)).toEqual([]);
  });
});
