import { useEffect, useState } from 'react';
import { backToWork } from '@/lib/restoreFocus';
import type { Step } from './actions';
import DeleteDialog from './DeleteDialog';
import HeldDialog from './HeldDialog';
import LabelDialog from './LabelDialog';
import MoveDialog from './MoveDialog';
import { type Asked, closeAsked } from './openDialog';
import { usePerform } from './perform';

/** The one dialog that is open. It fades out before it goes; the keyboard is back where it was at once. */
export default function AskedDialog({ asked }: { asked: Asked }) {
  const { perform } = usePerform();
  const [shown, setShown] = useState(asked);
  const [opened, setOpened] = useState(true);
  if (shown !== asked) {
    setShown(asked);
    setOpened(true);
  }
  useEffect(() => {
    if (!opened) backToWork();
  }, [opened]);
  const fade = {
    opened,
    onClose: () => {
      if (asked.kind === 'held') asked.answer(false);
      setOpened(false);
    },
    onExited: () => {
      closeAsked();
      backToWork();
    },
  };

  switch (asked.kind) {
    case 'delete': {
      const { target, bytes, onDeleted } = asked;
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
        void perform(steps, asked.target);
      };
      return asked.kind === 'move' ? (
        <MoveDialog {...fade} target={asked.target} onSave={save} />
      ) : (
        <LabelDialog {...fade} target={asked.target} labels={asked.labels} onSave={save} />
      );
    }
    case 'held':
      return (
        <HeldDialog
          {...fade}
          problem={asked.problem}
          onConfirm={() => {
            asked.answer(true);
            setOpened(false);
          }}
        />
      );
  }
}
