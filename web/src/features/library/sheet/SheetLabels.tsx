import { Trans, useLingui } from '@lingui/react/macro';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Asset } from '@/api/types';
import { LabelChip } from '@/core/labels/LabelChip';
import { LabelField } from '@/core/labels/LabelField';
import { withLabel, withoutLabel } from '@/core/labels/labelNames';
import { refresh } from '@/core/live/touched';
import { showToast } from '@/ui/toast';
import { runSteps, type Step } from '../actions/actions';
import { putAsset } from '../view/queries';
import classes from './sheet.module.css';

interface Props {
  asset: Asset;
  editable: boolean;
  /** Shows every asset with the label. */
  onLabel: (name: string) => void;
}

export function SheetLabels({ asset, editable, onLabel }: Props) {
  const { t } = useLingui();
  const client = useQueryClient();
  const change = useMutation({
    // Shown at once, and taken back if the server refuses.
    onMutate: (steps: Step[]) => {
      const labels = steps.reduce(
        (now, { action, label = '' }) =>
          action === 'label' ? withLabel(now, label) : withoutLabel(now, label),
        asset.labels,
      );
      putAsset(client, { ...asset, labels });
    },
    mutationFn: (steps: Step[]) => runSteps(steps, { kind: 'ids', ids: [asset.id] }),
    onSuccess: ({ refused }) => {
      const [reason] = refused.values();
      if (reason) showToast(reason, true);
    },
    onError: (error) => {
      putAsset(client, asset);
      showToast(error.message, true);
    },
    onSettled: () =>
      refresh(client, [{ kind: 'asset', action: 'changed', ids: [asset.id], fields: ['labels'] }]),
  });
  return (
    <section className={classes.part} aria-label={t`Labels`}>
      <h3>
        <Trans>Labels</Trans>
      </h3>
      {editable ? (
        <LabelField
          label={t`Add a label`}
          placeholder={asset.labels.length === 0 ? t`Add labels` : t`Add`}
          names={asset.labels}
          onAdd={(names) => change.mutate(names.map((label) => ({ action: 'label', label })))}
          onRemove={(label) => change.mutate([{ action: 'unlabel', label }])}
          onOpen={onLabel}
        />
      ) : asset.labels.length === 0 ? (
        <p className={classes.quiet}>
          <Trans>No labels</Trans>
        </p>
      ) : (
        <div className={classes.chips}>
          {asset.labels.map((name) => (
            <LabelChip key={name} name={name} onOpen={() => onLabel(name)} />
          ))}
        </div>
      )}
    </section>
  );
}
