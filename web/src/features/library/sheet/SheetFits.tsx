import { IconAlertTriangle, IconCheck, IconChevronDown, IconX } from '@tabler/icons-react';
import type { KnownAsset, SurfaceFit } from '@/api/types';
import { sayReason } from '@/core/refusals/fits';
import classes from './SheetFits.module.css';
import parts from './sheet.module.css';

const looks = {
  green: { Icon: IconCheck, word: 'Fits' },
  amber: { Icon: IconAlertTriangle, word: 'Works, below the recommendation' },
  red: { Icon: IconX, word: 'Does not fit' },
} as const;

/** A line for each surface: green, amber or red, why, and what to change. */
export function SheetFits({ asset, waiting }: { asset: KnownAsset; waiting: boolean }) {
  const { fits } = asset;
  return (
    <section className={parts.part} aria-label="Fits">
      <h3>Fits</h3>
      {fits == null ? (
        <p className={parts.quiet}>
          {asset.status === 'failed'
            ? 'Not known, because the file could not be read.'
            : waiting
              ? 'Checking…'
              : 'Known as soon as the file is prepared.'}
        </p>
      ) : fits.length === 0 ? (
        <p className={parts.quiet}>No network has rules for such a file.</p>
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
  if (fit.badge === null) return null;
  const { Icon, word } = looks[fit.badge];
  const head = (
    <>
      <span className={classes.badge} data-badge={fit.badge}>
        <Icon size={13} stroke={2.5} aria-hidden="true" />
        <span className={parts.hidden}>{word}: </span>
      </span>
      <span className={classes.surface}>{fit.name}</span>
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
