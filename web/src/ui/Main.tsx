import type { ComponentProps } from 'react';
import { contentId } from '@/lib/content';

/** The content of a page, beside rail and bars. It takes the focus when the page has come; its scroll keys work from there. */
export function Main(props: ComponentProps<'main'>) {
  return <main id={contentId} tabIndex={-1} {...props} />;
}
