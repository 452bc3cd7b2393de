/** The parts whose names were asked for, or all; ends the program with a sentence where there is no such part. */
export function chosenParts(parts, asked) {
  const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
  if (unknown.length > 0) {
    console.error(
      `magpie: there is no part called ${unknown.join(', ')}. There are ${Object.keys(parts).join(', ')}.`,
    );
    process.exit(2);
  }
  return Object.entries(parts).filter(([name]) => asked.length === 0 || asked.includes(name));
}
