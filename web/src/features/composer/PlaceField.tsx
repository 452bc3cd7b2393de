import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import type { Post, Profile, Surface } from '@/api/types';
import { NetworkGlyph, nameOfProfile, networks } from '@/core/posts/networks';
import { surfaceName } from '@/core/posts/surfaceNames';
import { ownDirection } from '@/ui/ownDirection';
import classes from './Composer.module.css';
import type { Edits, Fields } from './draft/fields';
import { surfaceFor, surfacesOf } from './places';

interface Props {
  fields: Fields;
  post: Post | null;
  profile: Profile | undefined;
  profiles: readonly Profile[];
  surface: Surface | undefined;
  surfaces: readonly Surface[];
  onChange: (edits: Edits) => void;
}

/** Where the post appears: the profile, and the surface on its network. */
export function PlaceField({ fields, post, profile, profiles, surface, surfaces, onChange }: Props) {
  const { t } = useLingui();
  const { media, time } = fields;
  const shown = profile ?? post?.profile;
  const name = shown && nameOfProfile(shown);
  const choices = surfacesOf(profile, surfaces);
  const places = surface && !choices.includes(surface) ? [surface, ...choices] : choices;

  const choose = (id: string | null) => {
    const next = profiles.find((one) => one.id === id);
    if (!next || next.id === fields.place.profileId) return;
    const kept = surfacesOf(next, surfaces).find(({ key }) => key === surface?.key);
    onChange({
      place: { profileId: next.id, surface: kept?.key ?? surfaceFor(next, surfaces, media) },
      // The time zone that counts is the profile's.
      ...(time && { time: { ...time, zone: next.timeZone, second: false } }),
    });
  };

  return (
    <div className={classes.pair}>
      <Select
        label={t`Profile`}
        {...ownDirection}
        data={profiles.map((one) => ({ value: one.id, label: labelOf(one) }))}
        value={fields.place.profileId}
        onChange={choose}
        allowDeselect={false}
        error={
          profile
            ? null
            : name
              ? t`${name} is archived. Choose another profile.`
              : t`This profile is archived. Choose another one.`
        }
        leftSection={shown && <NetworkGlyph network={shown.network} />}
        renderOption={({ option }) => <Option profile={profiles.find(({ id }) => id === option.value)} />}
        checkIconPosition="right"
        comboboxProps={{ shadow: 'md' }}
      />
      <Select
        label={t`Post as`}
        data={places.map((one) => ({ value: one.key, label: surfaceName(one) }))}
        value={surface?.key ?? null}
        onChange={(key) => key && onChange({ place: { ...fields.place, surface: key } })}
        allowDeselect={false}
        placeholder={media.length > 0 ? t`Best fit for the media` : undefined}
        checkIconPosition="right"
        comboboxProps={{ shadow: 'md' }}
      />
    </div>
  );
}

function labelOf(profile: Profile): string {
  return profile.displayName === null ? `@${profile.handle}` : `${profile.displayName} (@${profile.handle})`;
}

function Option({ profile }: { profile: Profile | undefined }) {
  if (!profile) return null;
  return (
    <span className={classes.option}>
      <NetworkGlyph network={profile.network} />
      <span>
        <bdi>{nameOfProfile(profile)}</bdi>
        <small>
          <bdi>{profile.displayName === null ? networks[profile.network].title : `@${profile.handle}`}</bdi>
        </small>
      </span>
    </span>
  );
}
