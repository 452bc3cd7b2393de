/** Splits typed or pasted text at commas into finished labels and the one still being typed. */
export function splitLabels(text: string): { done: string[]; rest: string } {
  const parts = text.split(/[,，、\n]/);
  const rest = parts.pop() ?? '';
  return {
    done: parts.map((part) => part.trim()).filter((part) => part !== ''),
    rest: rest.replace(/^\s+/, ''),
  };
}
