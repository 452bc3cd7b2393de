const here = 'https://magpie.invalid';
const longest = 2000;

/**
 * Returns the text if browsers take it for a path of this app, otherwise null: a crafted address must not lead elsewhere after sign-in.
 * Call it where the path is used, however it got there.
 */
export function ownPath(text: unknown): string | null {
  if (typeof text !== 'string' || text.length > longest || !isPath(text)) return null;
  // Encoded text may be decoded on the way, once or several times.
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

/** One slash at the start, and nothing that browsers treat as a slash or drop so that two slashes meet. */
function isPath(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  return /^\/(?!\/)/.test(text) && !/[\\\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(pathIn(text));
}

/** Without query and fragment, which cannot lead elsewhere. */
function pathIn(text: string): string {
  return /^[^?#]*/.exec(text)?.[0] ?? '';
}

/** Resolves dots as browsers do: `/.//elsewhere` is a path that begins with two slashes. */
function resolve(text: string): string | null {
  if (!URL.canParse(text, here)) return null;
  const url = new URL(text, here);
  if (url.origin !== here || url.pathname.startsWith('//') || authPages.has(url.pathname)) return null;
  return url.pathname + url.search + url.hash;
}

/** Nobody should land on these right after signing in. */
const authPages = new Set(['/sign-in', '/setup']);
