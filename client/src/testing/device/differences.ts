/** Where two trees of plain values differ, as paths with both values; the first few of them. */
export function differences(shown: unknown, fresh: unknown, most = 10): string[] {
  const found: string[] = [];
  compare(shown, fresh, "", found, most);
  return found;
}

function compare(one: unknown, other: unknown, path: string, found: string[], most: number): void {
  if (found.length >= most || Object.is(one, other)) return;
  if (!isTree(one) || !isTree(other)) {
    found.push(`${path}: ${JSON.stringify(one)} is ${JSON.stringify(other)} in a fresh query`);
    return;
  }
  for (const key of new Set([...Object.keys(one), ...Object.keys(other)]))
    compare(one[key], other[key], `${path}/${key}`, found, most);
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
