/** The value below which a share of the (not necessarily sorted) values lies. */
export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return Number.NaN;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  const high = Math.min(low + 1, sorted.length - 1);
  return sorted[low] + (sorted[high] - sorted[low]) * (at - low);
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** The median of the rounds' own ratios: what was measured side by side is compared with each other. */
export function pairedRatio(above: readonly number[], below: readonly number[]): number {
  const pairs = Math.min(above.length, below.length);
  const ratios: number[] = [];
  for (let i = 0; i < pairs; i++) ratios.push(above[i] / below[i]);
  return median(ratios);
}

export function round(value: number, digits = 2): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}
