import { endFirstSight } from '@/lib/firstSight';

/** Says that the app could not be loaded. Its text has not loaded either, so this is in English. */
export function showFailure(): void {
  const words = document.createElement('p');
  words.role = 'alert';
  words.lang = 'en';
  words.dir = 'ltr';
  words.textContent = 'Magpie couldn’t be loaded. Check your connection and reload the page.'; // untranslated: no words have come
  document.getElementById('root')?.replaceChildren(words);
  endFirstSight();
}
