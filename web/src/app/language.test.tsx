import { screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { SignedInBrowser } from '@/api/types';
import { takeRefusalWordsFrom } from '@/api/words';
import { Values } from '@/core/refusals/members';
import { formatAttributes } from '@/lib/format';
import { chooseLanguage } from '@/lib/words';
import { renderApp } from '@/testing/renderApp';
import { fakeServer, gate, refusal } from '@/testing/server';
import { serve } from '@/testing/team';
import { anId, aProfile, aSession, aSurface, me } from '@/testing/things';

const server = fakeServer();
const spoken = () => document.documentElement.lang;

afterEach(() => chooseLanguage('en'));

async function openSettings(language: string | null, sessions: SignedInBrowser[] = []) {
  const team = serve(server, { session: aSession({ user: { ...me, language } }) });
  server.on('get', '/api/tokens', () => ({ status: 200, body: { items: [], nextCursor: null } }));
  server.on('get', '/api/sessions', () => ({ status: 200, body: { items: sessions, nextCursor: null } }));
  server.on('get', '/api/open-uploads', () => ({
    status: 200,
    body: { items: [], count: 0, reservedBytes: 0 },
  }));
  return { ...renderApp('/settings'), team };
}

test('The page speaks what the account says, whatever this browser spoke before', async () => {
  await openSettings('ar');
  await screen.findByRole('heading', { level: 1, name: 'الإعدادات' });
  expect([spoken(), document.documentElement.dir]).toEqual(['ar', 'rtl']);
  expect(document.title).toContain('الإعدادات');
});

test('Choosing a language changes the page at once, and is kept on the account', async () => {
  const { opened, open } = gate();
  const { user } = await openSettings(null);
  const sent: unknown[] = [];
  server.on('patch', '/api/account', async ({ body }) => {
    sent.push(body);
    await opened;
    return { status: 204 };
  });
  await user.click(await screen.findByRole('combobox', { name: 'Language' }));
  await user.click(await screen.findByRole('option', { name: 'Deutsch' }));
  await screen.findByRole('heading', { level: 1, name: 'Einstellungen' });
  expect(sent).toEqual([{ language: 'de' }]);
  expect(document.title).toContain('Einstellungen');
  open();
  await user.click(screen.getByRole('link', { name: 'Beiträge' }));
  await screen.findByRole('heading', { level: 1, name: 'Beiträge' });
  expect(spoken()).toBe('de');
});

test('Where it cannot be kept, the page goes back to what it spoke and says why', async () => {
  const { user } = await openSettings('en');
  server.on('patch', '/api/account', () => refusal(503, 'database-away', 'The database does not answer.'));
  await user.click(await screen.findByRole('combobox', { name: 'Language' }));
  await user.click(await screen.findByRole('option', { name: 'Español' }));
  await screen.findByText(/database/);
  await waitFor(() => expect(spoken()).toBe('en'));
  await screen.findByRole('heading', { level: 1, name: 'Settings' });
});

test('Of two choices the newer one stays, even if the older one is refused', async () => {
  const { user } = await openSettings(null);
  const first = gate();
  server.once('patch', '/api/account', async () => {
    await first.opened;
    return refusal(503, 'database-away', 'The database does not answer.');
  });
  server.on('patch', '/api/account', () => ({ status: 204 }));
  await user.click(await screen.findByRole('combobox', { name: 'Language' }));
  await user.click(await screen.findByRole('option', { name: 'Deutsch' }));
  await user.click(await screen.findByRole('combobox', { name: 'Sprache' }));
  await user.click(await screen.findByRole('option', { name: 'Español' }));
  await waitFor(() => expect(spoken()).toBe('es'));
  first.open();
  await screen.findByText(/database/);
  await waitFor(() => expect(server.asked().filter((one) => one.startsWith('PATCH'))).toHaveLength(2));
  expect(spoken()).toBe('es');
});

test('A refusal that this page has no words for is told as the English that it is', async () => {
  takeRefusalWordsFrom(async () => (await import('@/core/refusals/words')).words);
  serve(server, { session: aSession({ user: { ...me, language: 'de' } }) });
  server.on('get', '/api/posts', () => refusal(500, 'from-the-future', 'The moon is in the way.'));
  renderApp('/posts');
  await screen.findByText('Magpie konnte das nicht tun und sagt auf Englisch: The moon is in the way.');
});

test('A browser is named in the language of the page', async () => {
  const now = '2026-11-25T08:00:00Z';
  const origin = 'password' as const;
  const session = {
    device: 'Chrome on Linux',
    address: '127.0.0.1',
    origin,
    createdAt: now,
    lastSeenAt: now,
  };
  await openSettings('de', [{ id: anId(), isCurrent: false, ...session }]);
  await screen.findByText('Chrome auf Linux');
  screen.getByRole('button', { name: 'Chrome auf Linux abmelden' });
});

test('What is typed into a field runs by its own script, and the field around it as the page does', async () => {
  serve(server, { session: aSession({ user: { ...me, language: 'ar' } }) });
  renderApp('/posts');
  const field = await screen.findByLabelText<HTMLInputElement>('البحث في الشروح');
  expect(field.dir).toBe('auto');
  expect(field.closest('[dir]:not(input)')).toBe(document.documentElement);
});

test.each([
  ['de', 'a.jpg, Bild, 0:03'],
  ['es', 'a.jpg, Bild, 0:03'],
  ['ja', 'a.jpg、Bild、0:03'],
  ['ar', 'a.jpg، Bild، 0:03'],
])('Attributes of one thing are told in %s with commas alone', async (code, told) => {
  await chooseLanguage(code);
  expect(formatAttributes(['a.jpg', 'Bild', '0:03'])).toBe(told);
});

test('The name of a surface stays whole within a sentence that runs the other way', async () => {
  const values = new Values({ surface: 'x.post', surfaceName: 'X' });
  expect(values.place()).toBe('X');
  await chooseLanguage('ar');
  expect(values.place()).toBe('\u2068X\u2069');
});

test('The palette finds the import from a URL by that name where the page calls it otherwise', async () => {
  serve(server, { session: aSession({ user: { ...me, language: 'ar' } }) });
  const { user } = renderApp('/posts');
  await screen.findByRole('heading', { level: 1 });
  await user.keyboard('{Control>}k{/Control}');
  await user.type(await screen.findByRole('combobox'), 'URL');
  await screen.findByRole('option', { name: /استيراد من رابط/ });
});

test('A surface whose name has words is named in the language of the page, in the filter and in a profile', async () => {
  const surfaces = [aSurface(), aSurface({ key: 'instagram.reel', name: 'Instagram Reels' })];
  serve(server, {
    session: aSession({ user: { ...me, language: 'de' } }),
    surfaces,
    profiles: [aProfile({ network: 'instagram', surfaces: ['instagram.feed'] })],
  });
  const { router, user } = renderApp('/library?fits=instagram.feed');
  await screen.findByText('Geeignet für Instagram-Feed');
  await router.navigate({ to: '/settings/profiles' });
  await user.click((await screen.findAllByRole('button', { name: /bearbeiten/i }))[0] as HTMLElement);
  await screen.findByRole('checkbox', { name: 'Instagram-Feed' });
});
