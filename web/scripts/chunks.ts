import { readFileSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

const importOf = /(?:from\s+|import\s+)['"]((?:@\/|\.)[^'"]+)['"]/g;
const endings = ['', '.ts', '.tsx'];
const mantine = '@mantine/core/esm';

/** Small modules that would otherwise be a file of their own for each set of parts that share them. */
const small = new RegExp(
  `/src/.*\\.ts$|/core/posts/networks|/node_modules/(@tabler|@tanstack|@mantine/hooks|${mantine}/(core|components/(ActionIcon|CloseButton|Group|Kbd|Stack|Text))/)`,
);

/** Modules that belong together: whoever needs one of them soon needs them all. */
const together = {
  // Before `choosing`, which has what one of these takes a number from.
  typing: new RegExp(
    `/${mantine}/components/((FloatingIndicator|Input|InputBase|InlineInput|SegmentedControl|TextInput)/|ScrollArea/utils/)`,
  ),
  choosing: new RegExp(
    `/node_modules/(@floating-ui|${mantine}/utils/|${mantine}/components/((Combobox|FocusTrap|Overlay|Popover|Portal|ScrollArea|Select)/|\\w+/(CheckIcon|RadioIcon)))`,
  ),
  listing: /\/node_modules\/@tanstack\/(react-virtual|virtual-core)\/|\/src\/ui\/TransferList/,
  refusing: /\/src\/core\/(refusals\/.*|posts\/notices)\.ts$/,
  planning:
    /\/src\/(core\/(picker\/(LabelSearch|selector)|posts\/stateIcons|assets\/useTileRows)|ui\/(PageRefusal|useVisibleRows)|lib\/pagedList)/,
};

/**
 * Which modules go into one file. A browser requests few files at a time, and each costs a kilobyte of headers. So there is one for all
 * pages, one for what the first page shares with others, and one for the page itself. By default the bundler makes one for each icon.
 */
export function groupsOf(src: string) {
  const library = loadedWith(src, 'app/LibraryRoute.tsx');
  const shared = (id: string) => library.has(id.split('?')[0] ?? id) || small.test(id);
  return [
    { name: 'index', tags: ['$initial'], priority: 2 },
    // A module that belongs to two of them goes to the first.
    ...Object.entries({ ...together, shared }).map(([name, test]) => ({
      name,
      test,
      minShareCount: 2,
      includeDependenciesRecursively: false,
      priority: 1,
    })),
    // Together with what its views share, because these load one by one.
    { name: 'calendar', test: '/src/app/CalendarRoute.tsx' },
  ];
}

/** All of our own modules that load with a module: its imports, and theirs. */
export function loadedWith(src: string, module: string): ReadonlySet<string> {
  const loaded = new Set<string>();
  const open = [resolve(src, module)];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (loaded.has(file)) continue;
    loaded.add(file);
    if (!/\.tsx?$/.test(file)) continue;
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(importOf)) {
      const found = moduleAt(src, file, path);
      if (found) open.push(found);
    }
  }
  return loaded;
}

/** The file that an import names; null for types alone, which have no module. */
export function moduleAt(src: string, importer: string, named: string): string | null {
  const path = named.startsWith('@/') ? resolve(src, named.slice(2)) : resolve(dirname(importer), named);
  const files = endings.map((ending) => path + ending);
  return files.find((file) => statSync(file, { throwIfNoEntry: false })?.isFile()) ?? null;
}
