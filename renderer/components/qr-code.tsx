import { create } from 'qrcode';

interface QrCodeProps {
  text: string;
  /** Edge with the quiet zone around it, as CSS has it: `34mm`. */
  edge: string;
}

/** Empty modules around it that a reader needs (ISO/IEC 18004). */
const quiet = 4;

/** Drawn as one path, so that it is sharp on any printer. */
export function QrCode({ text, edge }: QrCodeProps) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const dark: string[] = [];
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (modules.get(y, x) === 1) dark.push(`M${x} ${y}h1v1h-1z`);
    }
  }
  const whole = modules.size + 2 * quiet;
  return (
    <svg
      viewBox={`${-quiet} ${-quiet} ${whole} ${whole}`}
      style={{ width: edge, height: edge, flexShrink: 0 }}
      shapeRendering="crispEdges"
      aria-hidden="true"
    >
      <path d={dark.join('')} fill="currentColor" />
    </svg>
  );
}
