/** Says that the app could not be had. Its words have not come either, so this is English. */
export function showFailure(): void {
  const words = document.createElement('p');
  words.role = 'alert';
  words.textContent = 'Magpie couldn’t be loaded. Check your connection and reload the page.'; // untranslated: no words have come
  document.getElementById('root')?.replaceChildren(words);
}
