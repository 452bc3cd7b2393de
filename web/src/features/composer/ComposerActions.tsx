import { useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import {
  IconCopy,
  IconLayoutSidebarRight,
  IconLayoutSidebarRightFilled,
  IconTrash,
} from '@tabler/icons-react';
import { useGroup } from '@/core/session/session';
import type { ComposerState } from './useComposer';
import { useRemoval } from './useRemoval';

interface Props {
  composer: ComposerState;
  /** Whether the composer is docked beside the library; null if there is no room for both. */
  aside: boolean | null;
  onAside: (aside: boolean) => void;
  onDuplicate: () => void;
}

const icon = { size: 19, stroke: 1.5 } as const;

/** The actions on the post as a whole. */
export function ComposerActions({ composer, aside, onAside, onDuplicate }: Props) {
  const { t } = useLingui();
  const { post } = composer.snapshot;
  const edits = useGroup().role === 'editor';
  const remove = useRemoval(composer);
  return (
    <>
      {aside !== null && (
        <ActionIcon
          aria-label={t`Dock to the side`}
          title={t`Dock to the side to drag media from the library`}
          aria-pressed={aside}
          onClick={() => onAside(!aside)}
        >
          {aside ? <IconLayoutSidebarRightFilled {...icon} /> : <IconLayoutSidebarRight {...icon} />}
        </ActionIcon>
      )}
      {post && (
        <ActionIcon
          aria-label={t`Duplicate to other profiles`}
          title={t`Duplicate to other profiles`}
          onClick={onDuplicate}
        >
          <IconCopy {...icon} />
        </ActionIcon>
      )}
      {post && (post.editable || (post.state === 'published' && edits)) && (
        <ActionIcon aria-label={t`Delete post`} title={t`Delete post`} onClick={() => void remove()}>
          <IconTrash {...icon} />
        </ActionIcon>
      )}
    </>
  );
}
