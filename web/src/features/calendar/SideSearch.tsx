import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { type Filters, sameLabel, withLabel, withoutLabel } from '@/features/library/filters';
import { LabelChip } from '@/features/library/labels/LabelChip';
import { LabelOptions } from '@/features/library/labels/LabelOptions';
import { useSuggestions } from '@/features/library/labels/useSuggestions';
import classes from './calendar.module.css';

/** By name, or by labels, which become chips. */
export function SideSearch({
  filters,
  onChange,
}: {
  filters: Filters;
  onChange: (filters: Filters) => void;
}) {
  const [open, setOpen] = useState(false);
  const text = filters.q ?? '';
  const labels = filters.label ?? [];
  const addLabel = (name: string) => onChange({ ...filters, q: undefined, label: withLabel(labels, name) });
  const suggestions = useSuggestions({ text, open, except: labels, onPick: addLabel });

  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || suggestions.onKey(event)) return;
    const exact = suggestions.options.find(({ name }) => sameLabel(name, text.trim()));
    if (event.key === 'Enter' && exact) addLabel(exact.name);
    else if (event.key === 'Escape' && suggestions.options.length > 0) setOpen(false);
    else return;
    event.preventDefault();
  };

  return (
    <div className={classes.search}>
      <TextInput
        {...suggestions.combobox}
        size="xs"
        leftSection={<IconSearch size={15} stroke={1.5} />}
        aria-label="Search the library by name or label"
        placeholder="Search by name or label"
        value={text}
        maxLength={200}
        onChange={(event) => {
          setOpen(true);
          onChange({ ...filters, q: event.currentTarget.value || undefined });
        }}
        onFocus={() => text !== '' && setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={keys}
      />
      {open && suggestions.options.length > 0 && (
        <LabelOptions
          id={suggestions.id}
          options={suggestions.options}
          active={suggestions.active}
          onActive={suggestions.setActive}
          onPick={addLabel}
        />
      )}
      {labels.length > 0 && (
        <div className={classes.chips}>
          {labels.map((name) => (
            <LabelChip
              key={name}
              name={name}
              onRemove={() => {
                const rest = withoutLabel(labels, name);
                onChange({ ...filters, label: rest.length > 0 ? rest : undefined });
              }}
            />
          ))}
        </div>
      )}
    </div>
  );
}
