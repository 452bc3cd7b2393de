import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconAlertTriangle, IconCheck, IconChevronDown, IconX } from '@tabler/icons-react';
import type { KnownAsset, SurfaceFit } from '@/api/types';
import { surfaceName } from '@/core/posts/surfaceNames';
import { sayReason } from '@/core/refusals/fits';
import classes from './SheetFits.module.css';
import parts from './sheet.module.css';

const looks = {
  green: { Icon: IconCheck, word: msg`Fits:` },
  amber: { Icon: IconAlertTriangle, word: msg`Usable, below recommended quality:` },
  red: { Icon: IconX, word: msg`Doesn’t meet requirements:` },
} as const;

/** A line for each surface: green, amber or red, why, and what to change. */
export function SheetFits({ asset, waiting }: { asset: KnownAsset; waiting: boolean }) {
  const { t } = useLingui();
  const { fits } = asset;
  return (
    <section className={parts.part} aria-label={t({ message: 'Fits', context: 'heading above networks' })}>
      <h3>
        <Trans context="heading above networks">Fits</Trans>
      </h3>
      {fits == null ? (
        <p className={parts.quiet}>
          {asset.status === 'failed'
            ? t`Unknown, because we couldn’t read the file.`
            : waiting
              ? t`Checking…`
              : t`Available once the file is processed.`}
        </p>
      ) : fits.length === 0 ? (
        <p className={parts.quiet}>
          <Trans>No network has rules for this format.</Trans>
        </p>
      ) : (
        <ul className={classes.fits}>
          {fits.map((fit) => (
            <li key={fit.key}>
              <Line fit={fit} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ fit }: { fit: SurfaceFit }) {
  const { t } = useLingui();
  if (fit.badge === null) return null;
  const { Icon, word } = looks[fit.badge];
  const head = (
    <>
      <span className={classes.badge} data-badge={fit.badge}>
        <Icon size={13} stroke={2.5} aria-hidden="true" />
        <span className={parts.hidden}>{t(word)} </span>
      </span>
      <span className={classes.surface}>{surfaceName(fit)}</span>
    </>
  );
  const reasons = fit.reasons.map(sayReason);
  const [first] = reasons;
  if (!first) return <div className={classes.fit}>{head}</div>;
  return (
    <details className={classes.reasons}>
      <summary className={classes.fit}>
        {head}
        <span className={classes.why}>{first.sentence}</span>
        <IconChevronDown className={classes.chevron} size={15} stroke={1.5} aria-hidden="true" />
      </summary>
      <ul>
        {reasons.map((reason) => (
          <li key={reason.sentence}>
            {reason.sentence} <span>{reason.change}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
