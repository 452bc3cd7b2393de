import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderApp } from '@/testing/renderApp';
import { fakeServer } from '@/testing/server';
import { serve } from '@/testing/team';
import { aPost, aProfile } from '@/testing/things';

const server = fakeServer();

async function openPosts(address: string, archived?: 'archived') {
  const sails = aProfile({ displayName: 'Sails', network: 'instagram' });
  const dunes = aProfile({ displayName: 'Dunes', network: 'bluesky' });
  serve(server, {
    profiles: archived ? [sails] : [sails, dunes],
    posts: [aPost(sails, { caption: 'Low tide' }), aPost(dunes, { caption: 'Dry sand' })],
  });
  const drawn = renderApp(address.replace('{dunes}', dunes.id));
  await screen.findByText('Dry sand');
  return { ...drawn, dunes };
}

const button = (name: RegExp) => screen.getByRole('button', { name });

test('A profile is chosen from a menu, the address keeps it, and the button says which it is', async () => {
  const { user, dunes } = await openPosts('/posts');
  await user.click(button(/^All profiles/));
  const menu = within(await screen.findByRole('menu', { name: 'Profile' }));
  menu.getByRole('menuitemradio', { name: 'All profiles', checked: true });
  await user.click(menu.getByRole('menuitemradio', { name: 'Dunes Bluesky' }));
  await waitFor(() => expect(screen.queryByText('Low tide')).toBeNull());
  expect(window.location.search).toBe(`?profile=${dunes.id}`);
  await waitFor(() => expect(document.activeElement).toBe(button(/^Bluesky Dunes/)));
});

test('All profiles can be shown again, with keys alone', async () => {
  const { user } = await openPosts('/posts?profile={dunes}');
  expect(screen.queryByText('Low tide')).toBeNull();
  button(/^Bluesky Dunes/).focus();
  await user.keyboard('{Enter}');
  const menu = within(await screen.findByRole('menu', { name: 'Profile' }));
  menu.getByRole('menuitemradio', { name: 'Dunes Bluesky', checked: true });
  await waitFor(() => expect(document.activeElement?.textContent).toBe('All profiles'));
  await user.keyboard('{Enter}');
  await screen.findByText('Low tide');
  expect(window.location.search).toBe('');
});

test('A profile that is not offered any more can be let go', async () => {
  const { user } = await openPosts('/posts?profile={dunes}', 'archived');
  await user.click(button(/^All profiles/));
  const menu = within(await screen.findByRole('menu', { name: 'Profile' }));
  expect(menu.queryByRole('menuitemradio', { checked: true })).toBeNull();
  await user.click(menu.getByRole('menuitemradio', { name: 'All profiles' }));
  await screen.findByText('Low tide');
  expect(window.location.search).toBe('');
});
