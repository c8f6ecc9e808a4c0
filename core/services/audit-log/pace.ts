/** How long main may be kept busy at a stretch, ms: less than a frame of the windows it serves. */
const stretchMs = 8;

/** For work through many rows: called at each, it gives everything else its turn every few milliseconds. */
export function createPace(): () => Promise<void> | undefined {
  let begun = performance.now();
  return () => {
    if (performance.now() - begun < stretchMs) return undefined;
    return new Promise((resolve) => {
      setImmediate(() => {
        begun = performance.now();
        resolve();
      });
    });
  };
}
