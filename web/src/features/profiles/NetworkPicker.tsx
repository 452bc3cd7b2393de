import { Trans } from '@lingui/react/macro';
import type { Network } from '@/api/types';
import { networkNames, networks } from '@/core/posts/networks';
import classes from './EditProfile.module.css';

interface Props {
  value: Network | null;
  error: string | null;
  onChange: (network: Network) => void;
}

export function NetworkPicker({ value, error, onChange }: Props) {
  return (
    <fieldset className={classes.networks}>
      <legend>
        <Trans>Network</Trans>
      </legend>
      <div>
        {networkNames.map((name) => {
          const { title, Icon } = networks[name];
          return (
            <label key={name}>
              <input
                type="radio"
                name="network"
                checked={name === value}
                data-autofocus={name === (value ?? networkNames[0]) || undefined}
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
