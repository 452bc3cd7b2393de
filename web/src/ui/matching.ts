import { foldText } from '@/lib/text';

interface Findable {
  label: string;
  group: string;
  words?: string;
}

/** The items that contain every typed word; those that begin with the text come first. */
export function matching<Item extends Findable>(items: readonly Item[], text: string): Item[] {
  const words = foldText(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...items];
  const whole = words.join(' ');
  return items
    .filter((item) => {
      const all = foldText(`${item.label} ${item.words ?? ''} ${item.group}`);
      return words.every((word) => all.includes(word));
    })
    .sort(
      (a, b) => Number(foldText(b.label).startsWith(whole)) - Number(foldText(a.label).startsWith(whole)),
    );
}
