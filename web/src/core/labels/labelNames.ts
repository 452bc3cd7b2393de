import { identityOf, withoutInvisible } from '@/lib/text';

/** Labels are the same if they differ only in case, width or invisible characters. */
export function sameLabel(a: string, b: string): boolean {
  return identityOf(a) === identityOf(b);
}

/** A label as it is stored: on one line, without surrounding spaces. */
export function cleanLabel(text: string): string {
  return withoutInvisible(
    text
      .normalize()
      .split(/[\s\u0085]+/)
      .filter(Boolean)
      .join(' '),
  ).trim();
}

export function withLabel(labels: readonly string[], name: string): string[] {
  const clean = cleanLabel(name);
  return clean === '' || labels.some((label) => sameLabel(label, clean)) ? [...labels] : [...labels, clean];
}

export function withoutLabel(labels: readonly string[], name: string): string[] {
  return labels.filter((label) => !sameLabel(label, name));
}
