import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch, IconStar, IconStarFilled } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { type Filters, sameLabel, withLabel, withoutLabel } from '@/features/library/filters';
import { LabelChip } from '@/features/library/labels/LabelChip';
import { LabelOptions } from '@/features/library/labels/LabelOptions';
import { useSuggestions } from '@/features/library/labels/useSuggestions';
import classes from './selector.module.css';

interface Props {
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** Name or label, starred, used: what people look for when they make a post. */
export function SelectorFilters({ filters, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const text = filters.q ?? '';
  const labels = filters.label ?? [];
  const addLabel = (name: string) => onChange({ ...filters, q: undefined, label: withLabel(labels, name) });
  const dropLabel = (name: string) => {
    const rest = withoutLabel(labels, name);
    onChange({ ...filters, label: rest.length > 0 ? rest : undefined });
  };
  const suggestions = useSuggestions({ text, open, except: labels, onPick: addLabel });

  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || suggestions.onKey(event)) return;
    const exact = suggestions.options.find(({ name }) => sameLabel(name, text.trim()));
    const last = labels.at(-1);
    if (event.key === 'Enter' && exact) addLabel(exact.name);
    else if (event.key === 'Backspace' && text === '' && last) dropLabel(last);
    else if (event.key === 'Escape' && suggestions.options.length > 0) setOpen(false);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <div className={classes.search}>
        <TextInput
          {...suggestions.combobox}
          size="sm"
          leftSection={<IconSearch size={16} stroke={1.5} />}
          aria-label="Search by name or label"
          placeholder="Search by name or label"
          data-autofocus
          // Escape closes the list of labels before it closes the dialog.
          data-mantine-stop-propagation={suggestions.options.length > 0 || undefined}
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
      </div>
      <SegmentedControl
        size="sm"
        aria-label="Used in posts"
        value={filters.usage ?? 'all'}
        onChange={(value) =>
          onChange({ ...filters, usage: value === 'all' ? undefined : (value as Filters['usage']) })
        }
        data={[
          { value: 'all', label: 'All' },
          { value: 'unused', label: 'Unused' },
          { value: 'used', label: 'Used' },
        ]}
      />
      <Button
        variant={filters.starred ? 'light' : 'default'}
        aria-pressed={filters.starred ?? false}
        leftSection={filters.starred ? <IconStarFilled size={15} /> : <IconStar size={16} stroke={1.5} />}
        onClick={() => onChange({ ...filters, starred: filters.starred ? undefined : true })}
      >
        Starred
      </Button>
      {labels.length > 0 && (
        <div className={classes.labels}>
          {labels.map((name) => (
            <LabelChip key={name} name={name} onRemove={() => dropLabel(name)} />
          ))}
        </div>
      )}
    </>
  );
}
