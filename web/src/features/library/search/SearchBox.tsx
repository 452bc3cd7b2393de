import { useLingui } from '@lingui/react/macro';
import { CloseButton, Kbd } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Filters } from '@/core/assets/filters';
import { LabelChip } from '@/core/labels/LabelChip';
import { LabelOptions } from '@/core/labels/LabelOptions';
import { cleanLabel, sameLabel, withLabel, withoutLabel } from '@/core/labels/labelNames';
import { suggestionsQuery } from '@/core/labels/queries';
import { splitLabels } from '@/core/labels/typing';
import { useSuggestions } from '@/core/labels/useSuggestions';
import { useGroup } from '@/core/session/session';
import { hasLayerOnTop, isTyping } from '@/lib/keyboard';
import { useAddressText } from '@/lib/useAddressText';
import classes from './SearchBox.module.css';

interface Props {
  text: string;
  labels: readonly string[];
  onChange: (change: Pick<Filters, 'q' | 'label'>, replace: boolean) => void;
}

/** Searches by name while typing. A typed label becomes a chip, and only assets with all the labels are shown. */
export function SearchBox({ text: asked, labels, onChange }: Props) {
  const { t } = useLingui();
  const box = useRef<HTMLInputElement>(null);
  const client = useQueryClient();
  const group = useGroup();
  const [open, setOpen] = useState(false);
  // The first letter adds a step for the Back button; the following ones replace it.
  const { text, setText, expect } = useAddressText(asked, (q) =>
    onChange({ q: q || undefined }, asked !== ''),
  );

  useEffect(() => {
    const focus = (event: globalThis.KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target) || hasLayerOnTop())
        return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    };
    window.addEventListener('keydown', focus);
    return () => window.removeEventListener('keydown', focus);
  }, []);

  const setLabels = (next: string[], rest = text) => {
    if (rest !== text) setText(rest);
    const q = rest.trim();
    expect(q);
    onChange({ label: next.length > 0 ? next : undefined, q: q || undefined }, false);
  };
  const addLabel = (name: string) => setLabels(withLabel(labels, name), '');
  const suggestions = useSuggestions({ text, open, except: labels, onSelect: addLabel });

  const type = (value: string) => {
    const { done, rest } = splitLabels(value);
    setOpen(true);
    if (done.length > 0) setLabels(done.reduce(withLabel, [...labels]), rest);
    else setText(value);
  };

  /** Enter may be pressed before the suggestions arrive; then it waits for them. */
  const enter = async (typed: string) => {
    const found = await client.fetchQuery(suggestionsQuery(group.id, typed)).catch(() => []);
    const exact = found.find((label) => sameLabel(label.name, typed));
    if (exact && box.current?.value.trim() === typed) addLabel(exact.name);
    else setOpen(false);
  };

  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || suggestions.onKey(event)) return;
    const typed = cleanLabel(text);
    const exact = suggestions.options.find((label) => sameLabel(label.name, typed));
    if (event.key === 'Enter' && typed !== '') void enter(typed);
    else if (event.key === 'Tab' && !event.shiftKey && exact) addLabel(exact.name);
    else if (event.key === 'Backspace' && text === '' && labels.length > 0)
      setLabels(withoutLabel(labels, labels.at(-1) ?? ''));
    else if (event.key === 'Escape') {
      event.stopPropagation();
      if (suggestions.options.length > 0) setOpen(false);
      else if (text === '') box.current?.blur();
      else setText('');
    } else return;
    event.preventDefault();
  };

  const isEmpty = text === '' && labels.length === 0;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click beside the chips is meant for the box among them.
    <div
      className={classes.box}
      onMouseDown={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        box.current?.focus();
      }}
    >
      <IconSearch className={classes.glass} size={17} stroke={1.5} aria-hidden="true" />
      {labels.map((name) => (
        <LabelChip
          key={name}
          name={name}
          onRemove={() => {
            setLabels(withoutLabel(labels, name));
            box.current?.focus();
          }}
        />
      ))}
      <input
        ref={box}
        {...suggestions.combobox}
        className={classes.input}
        dir="auto"
        enterKeyHint="search"
        aria-label={t`Search by name or label`}
        placeholder={labels.length === 0 ? t`Search by name or label` : ''}
        value={text}
        maxLength={200}
        onChange={(event) => type(event.currentTarget.value)}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={keys}
      />
      {isEmpty ? (
        <Kbd size="xs" aria-hidden="true" visibleFrom="sm" me={6}>
          /
        </Kbd>
      ) : (
        <CloseButton
          className={classes.clear}
          size={32}
          aria-label={t`Clear search`}
          onClick={() => {
            setLabels([], '');
            box.current?.focus();
          }}
        />
      )}
      {open && suggestions.options.length > 0 && (
        <LabelOptions
          id={suggestions.id}
          options={suggestions.options}
          active={suggestions.active}
          onActive={suggestions.setActive}
          onSelect={addLabel}
        />
      )}
    </div>
  );
}
