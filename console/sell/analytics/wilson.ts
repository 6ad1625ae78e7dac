const Z = 1.96;

/** The interval of a share that few cases back, at 95 % (Wilson's score). */
export function wilson(hits: number, cases: number): { readonly low: number; readonly high: number } {
  if (cases === 0) return { low: 0, high: 1 };
  const share = hits / cases;
  const centre = share + Z ** 2 / (2 * cases);
  const spread = Z * Math.sqrt((share * (1 - share)) / cases + Z ** 2 / (4 * cases ** 2));
  const whole = 1 + Z ** 2 / cases;
  return { low: Math.max(0, (centre - spread) / whole), high: Math.min(1, (centre + spread) / whole) };
}
