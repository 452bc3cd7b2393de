import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Switch } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { KnownAsset } from '@/api/types';
import { absolute, copyLink, useSwitchLink } from '../actions/link';
import classes from './SheetLink.module.css';
import parts from './sheet.module.css';

/** An address that works for anybody who has it, until it is switched off. */
export function SheetLink({ asset, editable }: { asset: KnownAsset; editable: boolean }) {
  const { t } = useLingui();
  const client = useQueryClient();
  const link = useSwitchLink(asset);
  const on = asset.hasLink;
  const isDraft = asset.status === 'draft';
  if (!editable && !on) return null;
  return (
    <section className={parts.part} aria-label={t`Public link`}>
      <h3>
        <Trans>Public link</Trans>
      </h3>
      {editable && (
        <Switch
          checked={link.isPending ? link.variables : on}
          disabled={link.isPending || (isDraft && !on)}
          label={
            isDraft
              ? on
                ? t`Paused while this file is a draft`
                : t`Drafts can’t be shared. Mark this as ready first.`
              : on
                ? t`Anyone with the link can view it`
                : t`Only members can see this file`
          }
          description={t`Location data is removed from the shared copy.`}
          onChange={(event) => link.mutate(event.currentTarget.checked)}
        />
      )}
      {link.error && (
        <p className={parts.error} role="alert">
          {link.error.message}
        </p>
      )}
      {asset.publicPath && (
        <div className={classes.link}>
          <code>{absolute(asset.publicPath)}</code>
          <Button
            size="compact-sm"
            h={36}
            variant="default"
            leftSection={<IconLink size={15} stroke={1.5} aria-hidden />}
            onClick={() => void copyLink(client, asset)}
          >
            <Trans>Copy link</Trans>
          </Button>
        </div>
      )}
    </section>
  );
}
