/** A number this browser remembers between visits; null if it has none. */
export function rememberedNumber(key: string): number | null {
  try {
    const text = localStorage.getItem(key);
    const value = Number(text);
    return text === null || !Number.isFinite(value) ? null : value;
  } catch {
    // Storage may be disabled.
    return null;
  }
}
