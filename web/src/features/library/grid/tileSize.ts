/** How large a member wants the tiles of the grid, in pixels; `key` is where the browser remembers it. */
export const tileSizes = { key: 'magpie-tile-size', usual: 180, smallest: 120, largest: 320 } as const;
