import { Modal } from '@mantine/core';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { renderPart } from '@/testing/render';
import { fakeServer } from '@/testing/server';
import { serve } from '@/testing/team';
import { aPost, aProfile } from '@/testing/things';
import { TimeField, type TimePlan } from './TimeField';

const zone = 'Europe/Berlin';
const profile = aProfile({ timeZone: zone });
const server = fakeServer();

// A Wednesday, 14:20 in Berlin.
beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-11-25T13:20:00Z'), toFake: ['Date'] }));

interface Given {
  problem?: TimePlan['problem'];
  profileIds?: string[];
  around?: (field: ReactNode) => ReactNode;
}

/** The field on its own, with the plan of a draft that it changes. */
function field(local: string | null, { problem = null, profileIds, around = (one) => one }: Given = {}) {
  const setTime = vi.fn<TimePlan['setTime']>();
  const part = (time: TimePlan['time']) => {
    const plan = { time, setTime, problem, isDraft: true, notices: [] };
    return around(<TimeField plan={plan} zone={zone} {...(profileIds && { profileIds })} />);
  };
  const drawn = renderPart(part(local === null ? null : { local, zone, second: false }));
  setTime.mockImplementation((time) => drawn.redraw(part(time)));
  return { ...drawn, chosen: () => setTime.mock.calls.map(([time]) => time?.local ?? null) };
}

const day = (name: RegExp) => screen.getByRole('button', { name });
const grid = () => within(screen.getByRole('grid'));
const focused = () => document.activeElement?.getAttribute('data-day');

test('The next seven days are in sight, today first, and a day chosen among them is meant for nine o’clock', async () => {
  serve(server);
  const { user, chosen } = field(null);
  const days = within(screen.getByRole('group')).getAllByRole('button');
  expect(days.map((one) => one.dataset.day)).toEqual(
    [25, 26, 27, 28, 29, 30].map((n) => `2026-11-${n}`).concat('2026-12-01'),
  );
  expect(days[0]?.getAttribute('aria-current')).toBe('date');
  await user.click(day(/November 27/));
  expect(chosen()).toEqual(['2026-11-27T09:00']);
  expect(day(/November 27/).getAttribute('aria-pressed')).toBe('true');
  expect(screen.getByLabelText<HTMLInputElement>('Time').value).toBe('09:00');
});

test('Today is meant for the next full hour where nine o’clock is over', async () => {
  serve(server);
  const { user, chosen } = field(null);
  await user.click(day(/November 25/));
  expect(chosen()).toEqual(['2026-11-25T15:00']);
});

test('Another day keeps the time, and another time the day', async () => {
  serve(server);
  const { user, chosen } = field('2026-11-26T18:30');
  await user.click(day(/November 28/));
  fireEvent.change(screen.getByLabelText('Time'), { target: { value: '07:15' } });
  // While it is being typed, a time is empty.
  fireEvent.change(screen.getByLabelText('Time'), { target: { value: '' } });
  expect(chosen()).toEqual(['2026-11-28T18:30', '2026-11-28T07:15']);
});

test('A time alone is meant for today, and tomorrow morning is one click', async () => {
  serve(server);
  const { user, chosen } = field(null);
  await user.click(screen.getByRole('button', { name: /^Tomorrow 9:00/ }));
  await user.click(screen.getByRole('button', { name: 'Remove time' }));
  fireEvent.change(screen.getByLabelText('Time'), { target: { value: '18:30' } });
  expect(chosen()).toEqual(['2026-11-26T09:00', null, '2026-11-25T18:30']);
});

test('A day says how many posts these profiles have on it, and shows three dots at most', async () => {
  const at = (localTime: string, of = profile) => aPost(of, { localTime, timeZone: zone });
  const posts = [
    ...['09:00', '12:00', '15:00', '18:00'].map((clock) => at(`2026-11-26T${clock}`)),
    at('2026-11-27T00:00'),
    at('2026-11-28T09:00', aProfile()),
  ];
  serve(server, { posts });
  field(null, { profileIds: [profile.id] });
  const full = await screen.findByRole('button', { name: /November 26.*, 4 posts$/ });
  expect(full.querySelectorAll('span > span')).toHaveLength(3);
  expect(day(/November 27.*, 1 post$/)).toBeTruthy();
  expect(day(/November 28/).textContent).not.toContain('post');
  expect(server.log.map(({ query }) => [query.get('from'), query.get('to')])).toEqual([
    ['2026-11-25T00:00', '2026-12-02T00:00'],
  ]);
});

test('A day beyond the next seven has a place of its own after them', () => {
  serve(server);
  field('2027-06-02T18:30');
  const last = within(screen.getByRole('group')).getAllByRole('button').at(-1);
  expect(last?.dataset.day).toBe('2027-06-02');
  expect(last?.getAttribute('aria-pressed')).toBe('true');
});

test('The month is walked through with the keys, not into the past, and a day chosen there gives the focus back', async () => {
  serve(server);
  const { user, chosen } = field('2026-11-27T18:30');
  const button = screen.getByRole('button', { name: 'Choose a date' });
  await user.click(button);
  await waitFor(() => expect(focused()).toBe('2026-11-27'));
  for (const [key, leads] of [
    ['ArrowRight', '2026-11-28'],
    ['ArrowUp', '2026-11-25'],
    ['PageUp', '2026-11-25'],
    ['ArrowDown', '2026-12-02'],
    ['PageDown', '2027-01-02'],
    ['Home', '2026-12-27'],
    ['End', '2027-01-02'],
  ] as const) {
    await user.keyboard(`{${key}}`);
    expect([key, focused()]).toEqual([key, leads]);
  }
  expect(
    grid()
      .getAllByRole('button')
      .filter(({ tabIndex }) => tabIndex === 0),
  ).toHaveLength(1);
  await user.keyboard('{Enter}');
  expect(chosen()).toEqual(['2027-01-02T18:30']);
  await waitFor(() => expect(screen.queryByRole('grid')).toBeNull());
  expect(document.activeElement).toBe(button);
});

test.each([
  [
    'over the page',
    (closed: () => void) => (inside: ReactNode) => (
      <Modal opened onClose={closed}>
        {inside}
      </Modal>
    ),
  ],
  [
    'docked beside it',
    (closed: () => void) => (inside: ReactNode) => (
      // biome-ignore lint/a11y/noStaticElementInteractions: stands for the docked composer, which keeps keys to itself.
      <div
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') closed();
        }}
      >
        {inside}
      </div>
    ),
  ],
])(
  'Tab stays in the month; Escape closes it, and only the next one what is below it, %s',
  async (_, below) => {
    serve(server);
    const closed = vi.fn();
    const { user } = field(null, { around: below(closed) });
    const button = screen.getByRole('button', { name: 'Choose a date' });
    await user.click(button);
    await waitFor(() => expect(focused()).toBe('2026-11-25'));
    expect(grid().getByRole<HTMLButtonElement>('button', { name: /November 24/ }).disabled).toBe(true);
    const [previous, next] = ['Previous month', 'Next month'].map((name) =>
      screen.getByRole('button', { name }),
    );
    for (const stop of [previous, next]) {
      await user.tab();
      expect(document.activeElement).toBe(stop);
    }
    await user.tab({ shift: true });
    await user.tab({ shift: true });
    expect(focused()).toBe('2026-11-25');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('grid')).toBeNull());
    expect(document.activeElement).toBe(button);
    expect(closed).not.toHaveBeenCalled();
    await user.keyboard('{Escape}');
    expect(closed).toHaveBeenCalled();
  },
);

test('What is wrong with the time is said below, and told with the first day and the whole strip', () => {
  serve(server);
  field(null, { problem: { words: 'Choose a day and time first.', about: 'time' } });
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toBe('Choose a day and time first.');
  const first = document.querySelector('[data-post-day]');
  for (const one of [first, screen.getByRole('group')])
    expect(one?.getAttribute('aria-describedby')).toBe(alert.id);
});
