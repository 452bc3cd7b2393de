import { Trans } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { LabelChip } from './LabelChip';
import { LabelOptions } from './LabelOptions';
import { cleanLabel, sameLabel } from './labelNames';
import classes from './labels.module.css';
import { splitLabels } from './typing';
import { useSuggestions } from './useSuggestions';

interface Props {
  label: string;
  placeholder: string;
  names: readonly string[];
  /** Names that are not suggested, besides those already there. */
  except?: readonly string[];
  boxed?: boolean;
  autoFocus?: boolean;
  onAdd: (names: string[]) => void;
  onRemove: (name: string) => void;
  onOpen?: (name: string) => void;
}

/** The longest name the server accepts, in characters. */
const longest = 60;

/** Labels as chips, and a box to add more: existing ones are suggested, typing creates new ones. */
export function LabelField({ label, placeholder, names, except = [], onAdd, onRemove, ...look }: Props) {
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);

  const add = (more: string[]) => {
    const fresh = more
      .map(cleanLabel)
      .filter((name) => name !== '' && !names.some((there) => sameLabel(there, name)));
    if (fresh.length > 0) onAdd(fresh);
    setText('');
  };
  const suggestions = useSuggestions({
    text,
    open,
    except: [...names, ...except],
    onSelect: (name) => add([name]),
  });

  const type = (value: string) => {
    const { done, rest } = splitLabels(value);
    if (done.length > 0) add(done);
    setText(rest);
    setOpen(true);
  };

  const typed = cleanLabel(text);
  const exact = suggestions.options.find((option) => sameLabel(option.name, typed));
  const hasHelp = open && (text !== '' || suggestions.options.length > 0);
  const isNew = typed !== '' && !exact && open;
  return (
    <div className={`${classes.field} ${look.boxed ? classes.boxed : ''}`}>
      {names.map((name) => (
        <LabelChip
          key={name}
          name={name}
          onOpen={look.onOpen && (() => look.onOpen?.(name))}
          onRemove={() => {
            onRemove(name);
            box.current?.focus();
          }}
        />
      ))}
      <input
        ref={box}
        {...suggestions.combobox}
        className={classes.input}
        dir="auto"
        data-autofocus={look.autoFocus || undefined}
        aria-label={label}
        placeholder={placeholder}
        value={text}
        maxLength={longest + 40}
        onChange={(event) => type(event.currentTarget.value)}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        // Escape first clears the text, and only then closes the dialog.
        data-mantine-stop-propagation={hasHelp || undefined}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || suggestions.onKey(event)) return;
          if (event.key === 'Enter' && typed !== '') add([exact?.name ?? text]);
          else if (event.key === 'Backspace' && text === '' && names.length > 0) onRemove(names.at(-1) ?? '');
          else if (event.key === 'Escape' && hasHelp) {
            setText('');
            setOpen(false);
            event.stopPropagation();
          } else return;
          event.preventDefault();
        }}
      />
      {open && (suggestions.options.length > 0 || isNew) && (
        <LabelOptions
          id={suggestions.id}
          options={suggestions.options}
          active={suggestions.active}
          onActive={suggestions.setActive}
          onSelect={(name) => add([name])}
        >
          {isNew && (
            <div className={classes.hint} role="presentation">
              <Trans>
                Press Enter to create “<bdi>{typed}</bdi>”
              </Trans>
            </div>
          )}
        </LabelOptions>
      )}
    </div>
  );
}
