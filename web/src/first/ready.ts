/** Resolves when the page has been parsed and its styles have loaded: what is measured from then on stays valid. */
export async function pageReady(): Promise<void> {
  if (document.readyState === 'loading')
    await new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }));
  const styles = [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')];
  await Promise.all(styles.filter(({ sheet }) => !sheet).map(settled));
}

function settled(link: HTMLLinkElement): Promise<unknown> {
  return new Promise((done) => {
    link.addEventListener('load', done);
    link.addEventListener('error', done);
  });
}
