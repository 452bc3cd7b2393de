import { useLingui } from '@lingui/react/macro';
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { Filters } from '@/core/assets/filters';
import { LabelChip } from '@/core/labels/LabelChip';
import { LabelOptions } from '@/core/labels/LabelOptions';
import { sameLabel, withLabel, withoutLabel } from '@/core/labels/labelNames';
import { useSuggestions } from '@/core/labels/useSuggestions';
import { ownDirection } from '@/ui/ownDirection';
import classes from './selector.module.css';

interface Props {
  filters: Filters;
  size: 'xs' | 'sm';
  /** Gets the focus when the dialog around it opens. */
  first?: boolean;
  onChange: (filters: Filters) => void;
  /** Shown between the field and the chips. */
  children?: ReactNode;
}

/** A search box for names and labels. Labels become chips. */
export function LabelSearch({ filters, size, first, onChange, children }: Props) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const text = filters.q ?? '';
  const labels = filters.label ?? [];
  const addLabel = (name: string) => onChange({ ...filters, q: undefined, label: withLabel(labels, name) });
  const dropLabel = (name: string) => {
    const rest = withoutLabel(labels, name);
    onChange({ ...filters, label: rest.length > 0 ? rest : undefined });
  };
  const suggestions = useSuggestions({ text, open, except: labels, onSelect: addLabel });

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
          size={size}
          {...ownDirection}
          leftSection={<IconSearch size={16} stroke={1.5} />}
          aria-label={t`Search by name or label`}
          placeholder={t`Search by name or label`}
          data-autofocus={first || undefined}
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
            onSelect={addLabel}
          />
        )}
      </div>
      {children}
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
