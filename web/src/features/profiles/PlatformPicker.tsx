import type { Platform } from '@/api/types';
import { platformNames, platforms } from '@/core/posts/platforms';
import classes from './EditProfile.module.css';

interface Props {
  value: Platform | null;
  error: string | null;
  onChange: (platform: Platform) => void;
}

export function PlatformPicker({ value, error, onChange }: Props) {
  return (
    <fieldset className={classes.platforms}>
      <legend>Platform</legend>
      <div>
        {platformNames.map((name) => {
          const { title, Icon } = platforms[name];
          return (
            <label key={name}>
              <input
                type="radio"
                name="platform"
                checked={name === value}
                data-autofocus={name === (value ?? platformNames[0]) || undefined}
                onChange={() => onChange(name)}
              />
              <span>
                <Icon size={22} stroke={1.5} aria-hidden="true" />
                {title}
              </span>
            </label>
          );
        })}
      </div>
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
