import { CloseButton, Kbd, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { hasLayerOnTop, isTyping } from '@/lib/keyboard';

interface Props {
  value: string;
  onSearch: (text: string) => void;
}

/** Long enough to finish a word, short enough to feel as if the grid followed the keys. */
const pauseMs = 180;

export function SearchBox({ value, onSearch }: Props) {
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const [asked, setAsked] = useState(value);
  // The address changed by other means (Back, Clear filters): the box follows.
  if (value !== asked) {
    setAsked(value);
    setText(value);
  }

  useEffect(() => {
    if (text === asked) return;
    const timer = setTimeout(() => {
      setAsked(text);
      onSearch(text);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [text, asked, onSearch]);

  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target) || hasLayerOnTop())
        return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    };
    window.addEventListener('keydown', focus);
    return () => window.removeEventListener('keydown', focus);
  }, []);

  return (
    <TextInput
      ref={box}
      size="sm"
      radius={10}
      type="search"
      aria-label="Search by name"
      placeholder="Search by name"
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        if (text === '') box.current?.blur();
        else setText('');
      }}
      leftSection={<IconSearch size={17} stroke={1.5} aria-hidden="true" />}
      rightSection={
        text === '' ? (
          <Kbd size="xs" aria-hidden="true" visibleFrom="sm">
            /
          </Kbd>
        ) : (
          <CloseButton size={28} aria-label="Clear the search" onClick={() => setText('')} />
        )
      }
    />
  );
}
