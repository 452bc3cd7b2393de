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

const filters: [label: string, Icon: Command['Icon'], search: LibrarySearch][] = [
  ['Images', IconPhoto, { kind: 'image' }],
  ['Videos', IconVideo, { kind: 'video' }],
  ['Starred', IconStar, { starred: true }],
  ['Unused', IconCircleOff, { usage: 'unused' }],
  ['Used in a post', IconPhotoCheck, { usage: 'used' }],
  ['AI-generated', IconSparkles, { origin: 'ai' }],
];
const statusIcons = { processing: IconHourglass, failed: IconAlertTriangle };

/** Everything that can be reached or done from where the person is, by typing its name. */
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

  const library = (search: LibrarySearch) => () => void navigate({ to: '/library', search });
  const page = (label: string, Icon: Command['Icon'], run: () => void): Command => ({
    id: `page-${label}`,
    label,
    group: 'Go to',
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
  /** The list for one asset leaves deleting to its page; the palette stands over any page. */
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
    page('Library', IconPhoto, library({})),
    page('Calendar', IconCalendar, () => void navigate({ to: '/calendar' })),
    page('Posts', IconLayoutList, () => void navigate({ to: '/posts' })),
    page('Trash', IconTrash, () => void navigate({ to: '/trash' })),
    page('Settings', IconSettings, () => void navigate({ to: '/settings' })),
    page('Labels', IconTag, () => void navigate({ to: '/settings/labels' })),
    page('Profiles', IconUsers, () => void navigate({ to: '/settings/profiles' })),
    ...(access.adds
      ? [
          page('New post', IconPencilPlus, () => openComposer({})),
          page('Upload files', IconUpload, () => pickers.current?.chooseFiles()),
          page('Import from URL', IconLink, importFromUrl),
          ...providerNames.map((provider) =>
            page(
              `Import from ${providers[provider].title}`,
              providers[provider].Icon,
              library({ import: provider }),
            ),
          ),
        ]
      : []),
    page('Keyboard shortcuts', IconKeyboard, onHelp),
    ...filters.map(([label, Icon, search]) => ({
      id: `filter-${label}`,
      label,
      group: 'Filter',
      words: 'show only',
      Icon,
      run: library(search),
    })),
    ...statuses.map(({ value, label }) => ({
      id: `status-${value}`,
      label: t(label),
      group: 'Status',
      words: 'show only',
      Icon: (value === 'processing' || value === 'failed' ? statusIcons[value] : undefined) ?? IconFilter,
      run: library({ status: value }),
    })),
    ...(labels.data ?? []).map((label) => ({
      id: `label-${label.id}`,
      label: label.name,
      group: 'Label',
      words: text,
      Icon: IconTag,
      run: library({ label: [label.name] }),
    })),
    ...(surfaces.data ?? []).map((surface) => ({
      id: `fits-${surface.key}`,
      label: `Fits ${surface.name}`,
      group: 'Filter',
      Icon: IconFilter,
      run: library({ fits: surface.key }),
    })),
    ...(
      [
        ['Light', 'light', IconSun],
        ['Dark', 'dark', IconMoon],
        ['Like the system', 'auto', IconDeviceDesktop],
      ] as const
    ).map(([label, scheme, Icon]) => ({
      id: `theme-${scheme}`,
      label,
      group: 'Appearance',
      words: 'theme mode',
      Icon,
      run: () => setColorScheme(scheme),
    })),
  ];
  return <CommandPalette commands={commands} text={text} onText={setText} onClose={onClose} />;
}
