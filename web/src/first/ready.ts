/** The page has been read and its styles have come: what is measured from then on stays so. */
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
