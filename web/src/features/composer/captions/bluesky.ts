const mostOfPath = 15;
const keptOfPath = 13;
const address = /(?<=^|[\s(])https?:\/\/\S+/gm;

/** Bluesky's own app posts addresses in the shortened form it displays; see the server's BlueskyText. */
export function blueskyText(text: string): string {
  return text.replace(address, shorten);
}

function shorten(found: string): string {
  let url = found.replace(/[.,;:!?]$/, '');
  if (url.endsWith(')') && !url.includes('(')) url = url.slice(0, -1);
  try {
    const { host, pathname, search, hash } = new URL(url);
    const path = (pathname === '/' ? '' : pathname) + search + hash;
    const shown = path.length > mostOfPath ? `${path.slice(0, keptOfPath)}...` : path;
    return host + shown + found.slice(url.length);
  } catch {
    return found;
  }
}
