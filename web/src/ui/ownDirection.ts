/** For Mantine's fields: typed text runs in its own direction. Their `dir` would be that of the frame, with the icons in it. */
export const ownDirection = { attributes: { input: { dir: 'auto' } } } as const;
