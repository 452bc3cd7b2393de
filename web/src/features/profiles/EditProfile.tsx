import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Problem } from '@/api/problem';
import type { Network, Profile } from '@/api/types';
import type { Uploader } from '@/core/picker/uploader';
import { nameOfProfile, networks } from '@/core/posts/networks';
import { surfaceName } from '@/core/posts/surfaceNames';
import { surfacesQuery } from '@/core/posts/surfaces';
import { useGroup } from '@/core/session/session';
import { ownZone } from '@/lib/zones';
import { ownDirection } from '@/ui/ownDirection';
import { ServerMessage } from '@/ui/ServerMessage';
import { showToast } from '@/ui/toast';
import { NetworkPicker } from './NetworkPicker';
import { type Picture, PictureField } from './PictureField';
import { useCreateProfile, useEditProfile } from './queries';
import { TimeZoneField } from './TimeZoneField';

interface Props {
  /** Null creates a new one. */
  profile: Profile | null;
  uploader: Uploader;
  onClose: () => void;
}

/** One account: its network, its name, its time zone, and where on the network it posts. */
export default function EditProfile({ profile, uploader, onClose }: Props) {
  const { t } = useLingui();
  const phone = useMediaQuery('(max-width: 640px)') ?? false;
  const group = useGroup();
  const surfaces = useQuery(surfacesQuery);
  const create = useCreateProfile();
  const edit = useEditProfile(profile?.id ?? '');
  const [network, setNetwork] = useState<Network | null>(profile?.network ?? null);
  const [handle, setHandle] = useState(profile?.handle ?? '');
  const [displayName, setDisplayName] = useState(profile?.displayName ?? '');
  const [timeZone, setTimeZone] = useState(profile?.timeZone ?? ownZone());
  const [picture, setPicture] = useState<Picture | null>(profile?.picture ?? null);
  const [chosen, setChosen] = useState(profile?.surfaces ?? []);
  const [picking, setPicking] = useState(false);
  const [tried, setTried] = useState(false);
  const own =
    surfaces.data?.filter(({ key, standsAlone }) => standsAlone && key.startsWith(`${network}.`)) ?? [];
  const used = chosen.length > 0 ? chosen : own.map(({ key }) => key);
  const problem = (create.error ?? edit.error) as Problem | null;
  const busy = create.isPending || edit.isPending;
  const typed = handle.trim().replace(/^@+/, '');

  const done = (saved: Profile) => {
    const name = nameOfProfile(saved);
    showToast(profile ? t`Saved *${name}*` : t`Added *${name}*`);
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (network === null || typed === '') return;
    const body = {
      handle: typed,
      displayName: displayName.trim() || null,
      timeZone,
      surfaces: used.length === own.length ? [] : used,
      pictureAssetId: picture?.assetId ?? null,
    };
    if (profile) edit.mutate(body, { onSuccess: done });
    else create.mutate({ ...body, group: group.id, network }, { onSuccess: done });
  };

  const name = profile ? nameOfProfile(profile) : '';
  const title = network ? networks[network].title : '';
  return (
    <Modal
      opened
      onClose={onClose}
      title={profile ? t`Edit ${name}` : t`Add a profile`}
      size={560}
      fullScreen={phone}
      closeOnEscape={!picking}
      trapFocus={!picking}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="lg">
          {profile === null && (
            <NetworkPicker
              value={network}
              error={tried && network === null ? t`Choose a network.` : null}
              onChange={(next) => {
                setNetwork(next);
                setChosen([]);
              }}
            />
          )}
          <TextInput
            label={t`Handle`}
            description={
              network === 'mastodon' ? (
                <Trans>
                  Include the server, for example <bdi>sails@example.social</bdi>
                </Trans>
              ) : (
                <Trans>
                  For example <bdi>@yourteam</bdi>
                </Trans>
              )
            }
            leftSection="@"
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            data-autofocus={profile !== null || undefined}
            value={handle}
            onChange={(event) => setHandle(event.currentTarget.value)}
            error={tried && typed === '' ? t`Enter a handle.` : problem?.errors.handle?.[0]}
          />
          <TextInput
            label={t`Display name (optional)`}
            {...ownDirection}
            autoComplete="off"
            maxLength={100}
            value={displayName}
            onChange={(event) => setDisplayName(event.currentTarget.value)}
            error={problem?.errors.displayName?.[0]}
          />
          <PictureField
            picture={picture}
            uploader={uploader}
            picking={picking}
            onPicking={setPicking}
            onChange={setPicture}
          />
          <TimeZoneField
            value={timeZone}
            moves={profile !== null && profile.posts > 0}
            error={problem?.errors.timeZone?.[0]}
            onChange={setTimeZone}
          />
          {network && own.length > 1 && (
            <Checkbox.Group
              label={t`Where you post on ${title}`}
              value={used}
              onChange={(next) => next.length > 0 && setChosen(next)}
            >
              <Stack gap={12} mt={10}>
                {own.map((surface) => (
                  <Checkbox key={surface.key} value={surface.key} label={surfaceName(surface)} />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
          {problem && Object.keys(problem.errors).length === 0 && (
            <Text size="sm" c="var(--danger)" role="alert">
              <ServerMessage>{problem.message}</ServerMessage>
            </Text>
          )}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>
              <Trans>Cancel</Trans>
            </Button>
            <Button type="submit" loading={busy}>
              {profile ? <Trans>Save</Trans> : <Trans>Add</Trans>}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
