import { CloseButton } from '@mantine/core';
import classes from './SelectionBar.module.css';
import { announcementOf, type Selection } from './selection';

interface Props {
  selection: Selection;
  onClear: () => void;
}

/** Stands in for the top bar while something is picked. */
export function SelectionBar({ selection, onClear }: Props) {
  return (
    <section className={classes.bar} aria-label="Selection">
      <CloseButton size="lg" aria-label="Clear the selection" title="Clear (Esc)" onClick={onClear} />
      <strong className={classes.count}>{announcementOf(selection)}</strong>
    </section>
  );
}
