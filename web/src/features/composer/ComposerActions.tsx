import { useLingui } from '@lingui/react/macro';
import { ActionIcon } from '@mantine/core';
import {
  IconCircleCheck,
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
  onPublish: (postId: string) => void;
}

const icon = { size: 19, stroke: 1.5 } as const;

/** The actions on the post as a whole. */
export function ComposerActions({ composer, aside, onAside, onDuplicate, onPublish }: Props) {
  const { t } = useLingui();
  const { current, view, members, isSet } = composer;
  const post = current?.post;
  const count = members.length;
  const words = isSet && view === 'all' ? t`Delete all ${count} posts` : t`Delete post`;
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
      {post && edits && post.state === 'scheduled' && !(isSet && view === 'all') && (
        <ActionIcon
          aria-label={t`Mark as published`}
          title={t`Mark as published`}
          onClick={() => onPublish(post.id)}
        >
          <IconCircleCheck {...icon} />
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
        <ActionIcon aria-label={words} title={words} onClick={() => void remove()}>
          <IconTrash {...icon} />
        </ActionIcon>
      )}
    </>
  );
}
