/** What was typed or pasted, cut at its commas: the labels that are finished, and what is still being typed. */
export function splitLabels(text: string): { done: string[]; rest: string } {
  const parts = text.split(/[,，、\n]/);
  const rest = parts.pop() ?? '';
  return {
    done: parts.map((part) => part.trim()).filter((part) => part !== ''),
    rest: rest.replace(/^\s+/, ''),
  };
}
