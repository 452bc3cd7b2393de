import { useLingui } from '@lingui/react/macro';
import { IconX } from '@tabler/icons-react';
import { styleOf } from './colour';
import classes from './labels.module.css';

interface Props {
  name: string;
  onRemove?: () => void;
  /** Shows the assets that have the label. */
  onOpen?: () => void;
}

export function LabelChip({ name, onRemove, onOpen }: Props) {
  const { t } = useLingui();
  return (
    <span className={classes.chip} style={styleOf(name)} data-removable={onRemove && ''}>
      {onOpen ? (
        <button
          type="button"
          className={classes.name}
          dir="auto"
          title={t`Show everything labelled ${name}`}
          onClick={onOpen}
        >
          {name}
        </button>
      ) : (
        <span className={classes.name} dir="auto">
          {name}
        </span>
      )}
      {onRemove && (
        <button
          type="button"
          className={classes.remove}
          aria-label={t`Remove label ${name}`}
          onClick={onRemove}
        >
          <IconX size={13} stroke={2} aria-hidden="true" />
        </button>
      )}
    </span>
  );
}
