/** Sets the colour scheme, which must be there for the first paint. Mantine reads the same key and sets the same attribute. */
export function applyScheme(): void {
  let scheme: string = 'auto';
  try {
    scheme = localStorage.getItem('mantine-color-scheme-value') ?? 'auto';
  } catch {
    // Storage may be disabled; the system's scheme is used then.
  }
  if (scheme !== 'light' && scheme !== 'dark')
    scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
}
