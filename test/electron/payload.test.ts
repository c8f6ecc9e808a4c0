import { describe, expect, it } from 'vitest';
import { payloadProblem } from '../../electron/ipc/payload';

const limit = 1000;

describe('payload', () => {
  it.each([[null], [{}], [{ a: [1, 'x', null, true, { b: undefined }] }], [Object.create(null)], ['text']])(
    'lets through what JSON can carry: %j',
    (payload) => expect(payloadProblem(payload, limit)).toBeNull(),
  );

  it('lets the same object stand twice', () => {
    const shared = { id: 1 };
    expect(payloadProblem({ a: shared, b: [shared, shared] }, limit)).toBeNull();
  });

  it.each([
    [undefined],
    [new Map()],
    [new Set([1])],
    [new Date()],
    [Buffer.from('x')],
    [new ArrayBuffer(8)],
    [new Error('x')],
    [/x/],
    [12n],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
    [[undefined]],
    [new (class Person {})()],
    [JSON.parse('{"a":{"__proto__":{"role":"tenant_admin"}}}')],
  ])('refuses what it can’t: %s', (payload) => expect(payloadProblem(payload, limit)).toBe('not_json'));

  it('refuses cycles and depth', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = { again: [cycle] };
    expect(payloadProblem(cycle, limit)).toBe('not_json');
    let deep: unknown = 1;
    for (let level = 0; level < 100; level++) deep = [deep];
    expect(payloadProblem(deep, limit)).toBe('not_json');
  });

  it('measures as JSON, to the byte', () => {
    const fitting = { text: 'x'.repeat(limit - JSON.stringify({ text: '' }).length) };
    expect(payloadProblem(fitting, limit)).toBeNull();
    expect(payloadProblem({ text: `${fitting.text}x` }, limit)).toBe('too_large');
    expect(payloadProblem('ä'.repeat(limit / 2), limit)).toBe('too_large');
    expect(payloadProblem('\u0001'.repeat(limit / 5), limit)).toBe('too_large');
    expect(payloadProblem({ ['k'.repeat(limit)]: 1 }, limit)).toBe('too_large');
  });

  it('gives up early on what is huge without being large', () => {
    let doubled: unknown = 'x';
    for (let level = 0; level < 30; level++) doubled = [doubled, doubled];
    expect(payloadProblem(doubled, limit)).toBe('too_large');
    const sparse: unknown[] = [];
    sparse.length = 4_000_000_000;
    expect(payloadProblem(sparse, limit)).toBe('too_large');
  });
});
