/** Deeper than anything the contract knows. */
const maxDepth = 32;

export type PayloadProblem = 'too_large' | 'not_json';

/**
 * Looks at a payload before anything else does. Structured cloning carries more than JSON (cycles, maps, dates,
 * buffers): only what JSON could carry, and small enough as JSON, is let through.
 */
export function payloadProblem(payload: unknown, maxBytes: number): PayloadProblem | null {
  const problem = unfit(payload, maxBytes);
  if (problem !== null) return problem;
  return Buffer.byteLength(JSON.stringify(payload)) > maxBytes ? 'too_large' : null;
}

/**
 * Walks the payload with a lower bound of its size, and stops at the first byte too many: a huge or endlessly shared
 * payload costs no more than a large one, and what passes is safe to write as JSON.
 */
function unfit(payload: unknown, maxBytes: number): PayloadProblem | null {
  let bytes = 0;
  const above = new Set<object>();

  const walk = (value: unknown, depth: number): PayloadProblem | null => {
    bytes += 1;
    if (bytes > maxBytes) return 'too_large';
    if (value === null || typeof value === 'boolean') return null;
    if (typeof value === 'number') return Number.isFinite(value) ? null : 'not_json';
    if (typeof value === 'string') {
      bytes += Buffer.byteLength(value);
      return bytes > maxBytes ? 'too_large' : null;
    }
    if (typeof value !== 'object' || depth >= maxDepth || above.has(value)) return 'not_json';
    above.add(value);
    const problem = Array.isArray(value) ? walkArray(value, depth) : walkObject(value, depth);
    above.delete(value);
    return problem;
  };

  const walkArray = (values: readonly unknown[], depth: number): PayloadProblem | null => {
    // A sparse array names a length it doesn't have.
    if (values.length > maxBytes) return 'too_large';
    for (let index = 0; index < values.length; index++) {
      const problem = walk(values[index], depth + 1);
      if (problem !== null) return problem;
    }
    return null;
  };

  const walkObject = (value: object, depth: number): PayloadProblem | null => {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return 'not_json';
    for (const [key, entry] of Object.entries(value)) {
      // As an own property it is harmless here, and a trap for whoever copies it further in.
      if (key === '__proto__') return 'not_json';
      bytes += Buffer.byteLength(key);
      // A key left out and one that is undefined are the same to the contract.
      const problem = entry === undefined ? null : walk(entry, depth + 1);
      if (problem !== null) return problem;
    }
    return null;
  };

  return walk(payload, 0);
}
