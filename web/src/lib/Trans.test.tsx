import { Trans } from '@lingui/react/macro';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderPart } from '@/testing/render';

test('a name that looks like an element is shown as it is', () => {
  const name = '<b>Kim</b> <0>x</0> {0}';
  renderPart(
    <p>
      <Trans>
        Account of <em>{name}</em>, and again {name}
      </Trans>
    </p>,
  );
  const sentence = screen.getByRole('paragraph');
  expect(sentence.textContent).toBe(`Account of ${name}, and again ${name}`);
  expect(sentence.querySelector('em')?.textContent).toBe(name);
});
