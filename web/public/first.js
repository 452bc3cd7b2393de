// Runs before the page is painted and before the app has come. It is a file of its own because the content security
// policy allows no inline scripts, and a module would run only after the page has been painted.

// The colour scheme, which must be there with the first paint.
(() => {
  let scheme = 'auto';
  try {
    scheme = localStorage.getItem('mantine-color-scheme-value') ?? 'auto';
  } catch {
    // Storage may be switched off; the system's scheme is right then.
  }
  if (scheme !== 'light' && scheme !== 'dark') {
    scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme);
})();

// What the library begins with: its own part of the app, the answers that the app will ask for and the events after
// them (src/api/first.ts hands both to it), and the pictures. Otherwise each of these would wait for the one before it.
(() => {
  if (location.pathname !== '/library' && location.pathname !== '/') return;
  const parts = document.currentScript?.dataset.library;
  for (const href of parts ? parts.split(' ') : []) {
    const link = document.createElement('link');
    link.rel = href.endsWith('.css') ? 'preload' : 'modulepreload';
    if (href.endsWith('.css')) link.as = 'style';
    link.crossOrigin = '';
    link.href = href;
    document.head.append(link);
  }

  const answers = new Map();
  const ask = (address) => {
    const answer = fetch(address, { headers: { Accept: 'application/json' } });
    // Whoever takes it sees the failure; nobody may.
    answer.catch(() => undefined);
    answers.set(address, answer);
    return answer.then((response) => (response.ok ? response.clone().json() : null));
  };
  const showAhead = ({ items }) => {
    const tile = 184;
    const inSight = Math.ceil(innerWidth / tile) * Math.ceil(innerHeight / tile);
    for (const { renditions } of items.slice(0, inSight)) {
      const thumb = renditions.find(({ kind }) => kind === 'thumb');
      if (thumb) new Image().src = thumb.url;
    }
  };
  const listen = () => {
    const source = new EventSource('/api/events');
    const heard = [];
    for (const type of ['hello', 'change']) source.addEventListener(type, (event) => heard.push(event));
    return { source, heard };
  };
  const begin = (session) => {
    const group = session?.groups[0]?.id;
    if (group === undefined) return;
    // Before the lists, so that nothing changes unheard between them and it.
    window.magpieFirst.events = listen();
    if (location.search !== '') return;
    ask(`/api/assets/summary?group=${group}`);
    ask(`/api/assets?group=${group}&skip=0&limit=100`)
      .then((page) => page && showAhead(page))
      .catch(() => undefined);
  };
  window.magpieFirst = { answers };
  ask('/api/session')
    .then(begin)
    .catch(() => undefined);
})();
