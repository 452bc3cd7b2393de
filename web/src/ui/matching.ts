interface Findable {
  label: string;
  group: string;
  words?: string;
}

/** Those that hold every typed word; the ones that begin with what was typed come first. */
export function matching<Item extends Findable>(items: readonly Item[], text: string): Item[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...items];
  const whole = words.join(' ');
  return items
    .filter((item) => {
      const all = fold(`${item.label} ${item.words ?? ''} ${item.group}`);
      return words.every((word) => all.includes(word));
    })
    .sort((a, b) => Number(fold(b.label).startsWith(whole)) - Number(fold(a.label).startsWith(whole)));
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase();
}
