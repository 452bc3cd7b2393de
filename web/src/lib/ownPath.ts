const here = 'https://magpie.invalid';
const longest = 2000;

/**
 * The text where it is a path of our own, as a browser understands it, and null where it leads elsewhere or nowhere: an address from
 * elsewhere must not lead away after signing in. Asked where the path is used, however it came there.
 */
export function ownPath(text: unknown): string | null {
  if (typeof text !== 'string' || text.length > longest || !isPath(text)) return null;
  // What is encoded may be decoded on the way, once or more.
  let decoded = text;
  for (let times = 0; times < 3 && decoded.includes('%'); times++) {
    try {
      decoded = decodeURIComponent(pathIn(decoded));
    } catch {
      return null;
    }
    if (!isPath(decoded)) return null;
  }
  return resolve(text);
}

/** One slash at the start, and nothing that browsers take for a slash, or leave out so that one becomes two. */
function isPath(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  return /^\/(?!\/)/.test(text) && !/[\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(pathIn(text));
}

/** What is behind it can lead nowhere. */
function pathIn(text: string): string {
  return /^[^?#]*/.exec(text)?.[0] ?? '';
}

/** Dots are taken out as browsers do: `/.//elsewhere` is a path that begins with two slashes. */
function resolve(text: string): string | null {
  if (!URL.canParse(text, here)) return null;
  const url = new URL(text, here);
  if (url.origin !== here || url.pathname.startsWith('//') || authPages.has(url.pathname)) return null;
  return url.pathname + url.search + url.hash;
}

/** Nobody who has just signed in should land on these. */
const authPages = new Set(['/sign-in', '/setup']);
