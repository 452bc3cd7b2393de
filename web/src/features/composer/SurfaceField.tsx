import { useLingui } from '@lingui/react/macro';
import { Select } from '@mantine/core';
import type { Surface } from '@/api/types';
import { nameOfProfile } from '@/core/posts/networks';
import { surfaceName } from '@/core/posts/surfaceNames';
import type { Place } from './draft/fields';
import { type PostPlace, surfacesOf } from './places';

interface Props {
  place: PostPlace;
  surfaces: readonly Surface[];
  onChange: (place: Place) => void;
}

/** Stands for the surface that follows from the media. */
const automatic = 'automatic';

/** Where on its network the post appears. */
export function SurfaceField({ place: { member, profile, surface }, surfaces, onChange }: Props) {
  const { t } = useLingui();
  const { chosen } = member.fields.surface;
  const known = surfacesOf(profile, surfaces);
  const places = surface && !known.includes(surface) ? [surface, ...known] : known;
  const best = surface && surfaceName(surface);
  const account = member.post?.profile;
  const name = account ? nameOfProfile(account) : '';
  return (
    <Select
      label={t`Post as`}
      data={[
        { value: automatic, label: best && !chosen ? t`Best fit: ${best}` : t`Best fit for the media` },
        ...places.map((one) => ({ value: one.key, label: surfaceName(one) })),
      ]}
      value={chosen && surface ? surface.key : automatic}
      onChange={(key) =>
        key && onChange(key === automatic ? { key: null, chosen: false } : { key, chosen: true })
      }
      allowDeselect={false}
      error={profile ? null : t`${name} is archived. Choose another profile.`}
      checkIconPosition="right"
      comboboxProps={{ shadow: 'md' }}
    />
  );
}
