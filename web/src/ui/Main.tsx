import type { ComponentProps } from 'react';
import { contentId } from '@/lib/content';

/** The content of a page, beside rail and bars. It gets the focus when the page opens, so that scroll keys work at once. */
export function Main(props: ComponentProps<'main'>) {
  return <main id={contentId} tabIndex={-1} {...props} />;
}
