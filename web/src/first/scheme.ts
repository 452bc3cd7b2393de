/** The colour scheme, which must be there with the first paint. Mantine reads the same key, and sets the same attribute. */
export function applyScheme(): void {
  let scheme: string = 'auto';
  try {
    scheme = localStorage.getItem('mantine-color-scheme-value') ?? 'auto';
  } catch {
    // Storage may be switched off; the system's scheme is right then.
  }
  if (scheme !== 'light' && scheme !== 'dark')
    scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
}
