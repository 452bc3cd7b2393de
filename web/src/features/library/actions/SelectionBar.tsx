import { Plural, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDots, IconX } from '@tabler/icons-react';
import { useGroup } from '@/core/session/session';
import { lazyPart } from '@/ui/lazyPart';
import { useMenuButton } from '@/ui/useMenuButton';
import type { Selection } from '../selection/selection';
import { type Entry, useEntries } from './entries';
import classes from './SelectionBar.module.css';
import { sizeOf, targetOfSelection } from './targets';

const SelectionMenu = lazyPart(() => import('./SelectionMenu'));

interface Props {
  selection: Selection;
  onClear: () => void;
}

/** Shown in the bar itself, in this order; the rest is in the menu behind the dots. */
const wideKeys = ['star', 'labels', 'post', 'ready', 'download'];
const phoneKeys = ['star', 'labels', 'post'];

/** Replaces the top bar while something is selected. */
export function SelectionBar({ selection, onClear }: Props) {
  const { t } = useLingui();
  const group = useGroup();
  const phone = useMediaQuery('(max-width: 640px)') ?? false;
  const { props, anchor, close } = useMenuButton();
  const target = targetOfSelection(selection, group.id);
  const count = sizeOf(target);
  const entries = useEntries().ofMany(target);
  const keys = phone ? phoneKeys : wideKeys;
  const shown = keys.flatMap((key) => entries.filter((entry) => entry.key === key));
  const rest = entries.filter((entry) => entry.key !== 'delete' && !shown.includes(entry));
  const remove = entries.find((entry) => entry.key === 'delete');
  return (
    <div className={classes.bar} role="toolbar" aria-label={t`Selection`}>
      <ActionIcon
        size={phone ? 44 : 36}
        aria-label={t`Clear selection`}
        title={t`Clear selection (Esc)`}
        onClick={onClear}
      >
        <IconX size={20} stroke={1.5} />
      </ActionIcon>
      <strong className={classes.count} role="status">
        <Plural value={count} one="# selected" other="# selected" />
      </strong>
      <span className={classes.grow} />
      {shown.map((entry) => (
        <Choice key={entry.key} entry={entry} phone={phone} />
      ))}
      <ActionIcon {...props} size={phone ? 44 : 36} aria-label={t`More actions`}>
        <IconDots size={20} stroke={1.5} />
      </ActionIcon>
      {remove && <Choice entry={remove} phone={phone} />}
      {anchor && <SelectionMenu anchor={anchor} entries={rest} onClose={close} />}
    </div>
  );
}

function Choice({ entry, phone }: { entry: Entry; phone: boolean }) {
  const label = entry.label.replace('…', '');
  const colour = entry.danger ? 'var(--danger)' : undefined;
  if (phone)
    return (
      <ActionIcon size={44} c={colour} aria-label={label} title={label} onClick={entry.run}>
        <entry.Icon size={20} stroke={1.5} />
      </ActionIcon>
    );
  return (
    <Button
      variant="subtle"
      color={entry.danger ? 'red' : 'gray'}
      c={colour ?? 'var(--ink)'}
      size="sm"
      px={10}
      leftSection={<entry.Icon size={17} stroke={1.5} aria-hidden />}
      onClick={entry.run}
    >
      {label}
    </Button>
  );
}
