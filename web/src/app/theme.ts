import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';
import { closingLayer } from '@/lib/keyboard';

/** The blue-green of a magpie's wing; the only colour of the frame. */
const wing: MantineColorsTuple = [
  '#e8f8fa',
  '#cdeff3',
  '#9fdfe7',
  '#6bcbd8',
  '#43b8c9',
  '#2ba6b9',
  '#1b93a7',
  '#128195',
  '#0b7285',
  '#075a6a',
];

const gray: MantineColorsTuple = [
  '#fafafa',
  '#f4f4f5',
  '#ececee',
  '#dedee1',
  '#c9c9ce',
  '#9b9ba2',
  '#75757d',
  '#5a5a62',
  '#39393f',
  '#1e1e22',
];

const dark: MantineColorsTuple = [
  '#ececef',
  '#bfbfc6',
  '#a0a0a9',
  '#7c7c86',
  '#45454c',
  '#343439',
  '#28282c',
  '#18181b',
  '#121214',
  '#0b0b0c',
];

/** @param close The label of a dialog's × button, in the language of the page. */
export function themeIn(close: string) {
  return createTheme({
    // untranslated: it is a name
    fontFamily: "'Inter Variable', system-ui, sans-serif",
    // untranslated: it is a name
    headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '600' },
    primaryColor: 'wing',
    // White text needs the dark shade behind it, also on a dark page; the lighter accent is for lines and text.
    primaryShade: 8,
    autoContrast: true,
    defaultRadius: 'var(--radius-lg)',
    cursorType: 'pointer',
    respectReducedMotion: true,
    colors: { wing, gray, dark },
    // Plain objects rather than Component.extend(): that would pull every named component into the first load.
    components: {
      ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 36 } },
      Button: { defaultProps: { fw: 550 } },
      // Shown under a field when its input is refused.
      InputError: { defaultProps: { role: 'alert' } },
      Modal: {
        defaultProps: {
          centered: true,
          radius: 'var(--radius-2xl)',
          transitionProps: { duration: 150 },
          overlayProps: { backgroundOpacity: 0.45 },
          closeButtonProps: { 'aria-label': close },
        },
        classNames: (_theme: unknown, { opened }: { opened?: boolean }) =>
          opened ? {} : { content: closingLayer, inner: closingLayer, overlay: closingLayer },
        // On the dark ground a dialog of the same colour would have no visible edge.
        styles: {
          content: { background: 'var(--raised)' },
          header: { background: 'var(--raised)' },
          title: { fontWeight: 600, fontSize: 'var(--text-2xl)', lineHeight: 1.35, overflowWrap: 'anywhere' },
        },
      },
      PasswordInput: { defaultProps: { size: 'md' } },
      TextInput: { defaultProps: { size: 'md' } },
    },
  });
}

/** Mantine's own dimmed and placeholder greys miss the 4.5:1 of WCAG AA on these grounds. */
const words = {
  '--mantine-color-dimmed': 'var(--ink-dim)',
  '--mantine-color-placeholder': 'var(--ink-faint)',
  '--mantine-color-error': 'var(--danger)',
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: words, dark: words });
