import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import type { Label } from '@/api/types';
import { useGroup } from '@/core/session/session';
import { sameLabel } from './labelNames';
import { suggestionsQuery } from './queries';

interface Wanted {
  text: string;
  open: boolean;
  /** Already there, so not offered again. */
  except: readonly string[];
  onSelect: (name: string) => void;
}

/** Suggestions for a text, with the key handling and ARIA properties of their list. */
export function useSuggestions({ text, open, except, onSelect }: Wanted) {
  const group = useGroup();
  const id = useId();
  const typed = text.trim();
  const { data } = useQuery({ ...suggestionsQuery(group.id, typed), enabled: open });
  const [active, setActive] = useState(-1);
  const [for_, setFor] = useState(typed);
  if (for_ !== typed) {
    setFor(typed);
    setActive(-1);
  }

  const options: Label[] = open
    ? (data ?? []).filter((label) => !except.some((name) => sameLabel(name, label.name)))
    : [];
  const current = options[Math.min(active, options.length - 1)];

  /** True if the list handled the key. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (options.length === 0) return false;
    if (event.key === 'ArrowDown') setActive((now) => (now + 1 >= options.length ? -1 : now + 1));
    else if (event.key === 'ArrowUp') setActive((now) => (now < 0 ? options.length - 1 : now - 1));
    else if ((event.key === 'Enter' || event.key === 'Tab') && current) onSelect(current.name);
    else return false;
    event.preventDefault();
    return true;
  };

  const combobox = {
    role: 'combobox',
    autoComplete: 'off',
    autoCapitalize: 'none',
    'aria-autocomplete': 'list',
    'aria-expanded': options.length > 0,
    'aria-controls': options.length > 0 ? id : undefined,
    'aria-activedescendant': current ? `${id}-${options.indexOf(current)}` : undefined,
  } as const;
  return { id, options, active: current ? options.indexOf(current) : -1, setActive, onKey, combobox };
}
