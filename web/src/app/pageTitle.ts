/** What a route says about itself. Functions, because the text depends on the current language. */
export interface PageNames {
  /** The page's name: in the window title, and announced when somebody arrives. */
  name?: () => string;
  /** What the address asks the page for, such as a search. */
  asked?: (search: Record<string, unknown>) => string | undefined;
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption extends PageNames {}
}

interface Match {
  readonly staticData: PageNames;
  readonly search: object;
}

/** Taken from the innermost page; a page that does not exist has no route and no name. */
export function pageOf(matches: readonly Match[]): { name: string; asked: string } {
  const { staticData = {}, search = {} } = matches.at(-1) ?? {};
  return {
    name: staticData.name?.() ?? '',
    asked: staticData.asked?.(search as Record<string, unknown>) ?? '',
  };
}

const longest = 60;

/** "coast.jpg · Library · Magpie": the most specific part first, because a tab has little room. */
export function titleOf(page: { name: string; asked: string }, open: string | undefined): string {
  const first = (open ?? page.asked).replace(/\s+/g, ' ').trim();
  const short = first.length > longest ? `${first.slice(0, longest).trimEnd()}…` : first;
  return [short, page.name, 'Magpie'].filter((part) => part !== '').join(' · ');
}
