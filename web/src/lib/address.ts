/**
 * Parses the query of an address as people write it: `?label=summer&label=berlin`. A key that appears more than once becomes a list;
 * everything else is text.
 */
export function parseAddress(search: string): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {};
  for (const [key, value] of new URLSearchParams(search)) {
    const before = values[key];
    values[key] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return values;
}

export function writeAddress(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(search))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== false) params.append(key, String(one));
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}
