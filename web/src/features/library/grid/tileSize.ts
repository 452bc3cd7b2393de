/** The tile sizes a member can choose, in pixels; `key` is where the browser remembers the choice. */
export const tileSizes = { key: 'magpie-tile-size', usual: 180, smallest: 120, largest: 320 } as const;
