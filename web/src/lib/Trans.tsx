import { Trans as LinguiTrans, type TransProps } from '@lingui/react';

/**
 * A sentence with elements in it. Lingui looks for elements after it has put the values in, so a name such as `<b>Kim</b>` would lose its
 * brackets; as an element itself, it is left as it is. What the macros make of `<Trans>` and `<Plural>` comes here.
 */
export function Trans({ values, ...rest }: TransProps) {
  return <LinguiTrans {...rest} {...(values && { values: mapped(values) })} />;
}

function mapped(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' && value.includes('<') ? [value] : value,
    ]),
  );
}
