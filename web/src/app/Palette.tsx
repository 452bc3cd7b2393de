import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useMantineColorScheme } from '@mantine/core';
import {
  IconAlertTriangle,
  IconCalendar,
  IconCircleOff,
  IconDeviceDesktop,
  IconFilter,
  IconHourglass,
  IconKeyboard,
  IconLayoutList,
  IconLink,
  IconMoon,
  IconPencilPlus,
  IconPhoto,
  IconPhotoCheck,
  IconSettings,
  IconSparkles,
  IconStar,
  IconSun,
  IconTag,
  IconTrash,
  IconUpload,
  IconUsers,
  IconVideo,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { download } from '@/core/assets/asset';
import { suggestionsQuery } from '@/core/labels/queries';
import { openComposer } from '@/core/posts/openComposer';
import { surfaceName } from '@/core/posts/surfaceNames';
import { surfacesQuery } from '@/core/posts/surfaces';
import { useAccess } from '@/core/session/access';
import { useGroup } from '@/core/session/session';
import { providerNames, providers } from '@/features/imports/clouds/providers';
import { useEntries } from '@/features/library/actions/entries';
import { paletteTargetStore } from '@/features/library/actions/paletteTarget';
import { describeTarget } from '@/features/library/actions/targets';
import { type LibrarySearch, statuses } from '@/features/library/search/filters';
import { type Command, CommandPalette } from '@/ui/CommandPalette';
import { useUploadsContext } from './uploads';

interface Props {
  onHelp: () => void;
  onClose: () => void;
}

const filters: [label: MessageDescriptor, Icon: Command['Icon'], search: LibrarySearch][] = [
  [msg`Images`, IconPhoto, { kind: 'image' }],
  [msg`Videos`, IconVideo, { kind: 'video' }],
  [msg`Starred`, IconStar, { starred: true }],
  [msg`Unused`, IconCircleOff, { usage: 'unused' }],
  [msg`Used in a post`, IconPhotoCheck, { usage: 'used' }],
  [msg`AI-generated`, IconSparkles, { origin: 'ai' }],
];
const statusIcons = { processing: IconHourglass, failed: IconAlertTriangle };

/** Everything the person can open or do from here, found by typing its name. */
export default function Palette({ onHelp, onClose }: Props) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const group = useGroup();
  const access = useAccess();
  const entries = useEntries();
  const { pickers, importFromUrl } = useUploadsContext();
  const { setColorScheme } = useMantineColorScheme();
  const [text, setText] = useState('');
  const [about] = useState(paletteTargetStore.get);
  const labels = useQuery(suggestionsQuery(group.id, text.trim()));
  const surfaces = useQuery(surfacesQuery);

  const importFrom = (source: string) => t`Import from ${source}`;
  const fits = (surface: string) => t`Fits ${surface}`;
  const library = (search: LibrarySearch) => () => void navigate({ to: '/library', search });
  const page = (label: string, Icon: Command['Icon'], run: () => void, words = ''): Command => ({
    id: `page-${label}`,
    label,
    group: t`Go to`,
    words,
    Icon,
    run,
  });
  const actions = about
    ? about.asset
      ? entries.ofAsset(about.asset, {
          onView: ({ id }) => library({ asset: id, view: 'full' })(),
          onDownload: download,
          onDelete: () => deleteOf()?.run(),
          onRetry: () => undefined,
        })
      : entries.ofMany(about.target)
    : [];
  /**
   * The list for one asset leaves deleting to the page around it. The palette opens over any page, so it takes Delete from the other list.
   */
  const deleteOf = () => about && entries.ofMany(about.target).find(({ key }) => key === 'delete');

  const commands: Command[] = [
    ...actions
      .filter((entry) => !entry.disabled && entry.key !== 'retry')
      .map((entry) => ({
        id: `do-${entry.key}`,
        label: entry.label.replace('…', ''),
        group: about ? describeTarget(about.target) : '',
        Icon: entry.Icon,
        run: entry.run,
      })),
    page(t`Library`, IconPhoto, library({})),
    page(t`Calendar`, IconCalendar, () => void navigate({ to: '/calendar' })),
    page(t`Posts`, IconLayoutList, () => void navigate({ to: '/posts' })),
    page(t`Trash`, IconTrash, () => void navigate({ to: '/trash' })),
    page(t`Settings`, IconSettings, () => void navigate({ to: '/settings' })),
    page(t`Labels`, IconTag, () => void navigate({ to: '/settings/labels' })),
    page(t`Social profiles`, IconUsers, () => void navigate({ to: '/settings/profiles' })),
    ...(access.adds
      ? [
          page(t`New post`, IconPencilPlus, () => openComposer({})),
          page(t`Upload files`, IconUpload, () => pickers.current?.chooseFiles()),
          page(t`Import from URL`, IconLink, importFromUrl, 'URL'),
          ...providerNames.map((provider) =>
            page(
              importFrom(providers[provider].title),
              providers[provider].Icon,
              library({ import: provider }),
            ),
          ),
        ]
      : []),
    page(t`Keyboard shortcuts`, IconKeyboard, onHelp),
    ...filters.map(([label, Icon, search]) => ({
      id: `filter-${label.id}`,
      label: t(label),
      group: t`Filter`,
      words: t`show only`,
      Icon,
      run: library(search),
    })),
    ...statuses.map(({ value, label }) => ({
      id: `status-${value}`,
      label: t(label),
      group: t`Status`,
      words: t`show only`,
      Icon: (value === 'processing' || value === 'failed' ? statusIcons[value] : undefined) ?? IconFilter,
      run: library({ status: value }),
    })),
    ...(labels.data ?? []).map((label) => ({
      id: `label-${label.id}`,
      label: label.name,
      group: t({ message: 'Label', context: 'noun' }),
      words: text,
      Icon: IconTag,
      run: library({ label: [label.name] }),
    })),
    ...(surfaces.data ?? []).map((surface) => ({
      id: `fits-${surface.key}`,
      label: fits(surfaceName(surface)),
      group: t`Filter`,
      Icon: IconFilter,
      run: library({ fits: surface.key }),
    })),
    ...(
      [
        [t`Light`, 'light', IconSun],
        [t`Dark`, 'dark', IconMoon],
        [t`System`, 'auto', IconDeviceDesktop],
      ] as const
    ).map(([label, scheme, Icon]) => ({
      id: `theme-${scheme}`,
      label,
      group: t`Appearance`,
      words: t`theme mode`,
      Icon,
      run: () => setColorScheme(scheme),
    })),
  ];
  return <CommandPalette commands={commands} text={text} onText={setText} onClose={onClose} />;
}
