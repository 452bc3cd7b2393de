import { useEffect, useState } from 'react';
import { restoreFocus } from '@/lib/restoreFocus';
import type { Step } from './actions';
import DeleteDialog from './DeleteDialog';
import LabelDialog from './LabelDialog';
import MoveDialog from './MoveDialog';
import { closeDialog, type OpenDialog } from './openDialog';
import PostReferencesDialog from './PostReferencesDialog';
import { usePerform } from './perform';

/** The open dialog. It fades out before it unmounts, but the focus returns at once. */
export default function ActionDialog({ dialog }: { dialog: OpenDialog }) {
  const { perform } = usePerform();
  const [shown, setShown] = useState(dialog);
  const [opened, setOpened] = useState(true);
  if (shown !== dialog) {
    setShown(dialog);
    setOpened(true);
  }
  useEffect(() => {
    if (!opened) restoreFocus();
  }, [opened]);
  const fade = {
    opened,
    onClose: () => {
      if (dialog.kind === 'postReferences') dialog.answer(false);
      setOpened(false);
    },
    onExited: () => {
      closeDialog();
      restoreFocus();
    },
  };

  switch (dialog.kind) {
    case 'delete': {
      const { target, bytes, onDeleted } = dialog;
      const confirm = async () => {
        setOpened(false);
        const outcome = await perform([{ action: 'delete' }], target);
        if (outcome && outcome.changed.size > 0) onDeleted?.(outcome.changed);
      };
      return <DeleteDialog {...fade} target={target} bytes={bytes} onConfirm={confirm} />;
    }
    case 'labels':
    case 'move': {
      const save = (steps: Step[]) => {
        setOpened(false);
        void perform(steps, dialog.target);
      };
      return dialog.kind === 'move' ? (
        <MoveDialog {...fade} target={dialog.target} onSave={save} />
      ) : (
        <LabelDialog {...fade} target={dialog.target} labels={dialog.labels} onSave={save} />
      );
    }
    case 'postReferences':
      return (
        <PostReferencesDialog
          {...fade}
          problem={dialog.problem}
          onConfirm={() => {
            dialog.answer(true);
            setOpened(false);
          }}
        />
      );
  }
}
