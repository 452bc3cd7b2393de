import { t } from '@lingui/core/macro';
import { formatCount, formatDimensions } from '@/lib/format';
import { aspectOf, bytesOf, mediaName, oneOf, type Rounding, rateOf, secondsOf } from './figures';
import { type Members, sayOr, Values } from './members';
import { allows, needs } from './wants';

/** A rule of a surface that a file breaks, as the server sends it. */
interface Reason {
  required: boolean;
  code: string;
  members: Members;
  sentence: string;
  change: string;
}

export interface Said {
  sentence: string;
  change: string;
}

/** The same in the language of the page; in English if this version doesn't know the code. */
export function sayReason({ required, code, members, sentence, change }: Reason): Said {
  return saidOf(code, members, required) ?? { sentence, change };
}

/** Null if this version doesn't know the code. */
export function saidOf(code: string, members: Members, required: boolean): Said | null {
  const say = reasons[code];
  return say ? sayOr(() => say(new Values(members), required)) : null;
}

const reasons: Record<string, (values: Values, required: boolean) => Said> = {
  format,
  videoCodec: codec,
  audioCodec: codec,
  minSize: (values, required) => ({
    sentence: needs(required, size(values), surface(values), limits(values, 'minWidth', 'minHeight')),
    change: t`Export it larger`,
  }),
  maxSize: (values, required) => ({
    sentence: allows(required, size(values), surface(values), limits(values, 'maxWidth', 'maxHeight')),
    change: t`Resize`,
  }),
  maxPixels: (values, required) => ({
    sentence: allows(
      required,
      pixels(values.number('actual')),
      surface(values),
      pixels(values.number('max')),
    ),
    change: t`Resize`,
  }),
  aspect: (values, required) => ({
    sentence: aspectWanted(values, required),
    change: cropTo(values.number('nearest')),
  }),
  minSeconds: atLeast(secondsOf, () => t`Choose a longer video`),
  maxSeconds: atMost(secondsOf, () => t`Trim it`),
  recommendedSeconds: atMost(secondsOf, () => t`Trim it`),
  minFrameRate: atLeast(rateOf, () => t`Export it with more frames per second`),
  maxFrameRate: atMost(rateOf, () => t`Export it with fewer frames per second`),
  minBytes: atLeast(bytesOf, () => t`Export it in higher quality`),
  maxBytes: atMost(bytesOf, () => t`Export it smaller`),
  recommendedSize: (values, required) => ({
    sentence: sizeWanted(values, required),
    change: sizeChange(values),
  }),
};

type Figure = (value: number, rounding: Rounding) => string;

function atLeast(figure: Figure, change: () => string) {
  return (values: Values, required: boolean): Said => ({
    sentence: needs(
      required,
      figure(values.number('actual'), 'down'),
      surface(values),
      figure(values.number('min'), 'up'),
    ),
    change: change(),
  });
}

function atMost(figure: Figure, change: () => string) {
  return (values: Values, required: boolean): Said => ({
    sentence: allows(
      required,
      figure(values.number('actual'), 'up'),
      surface(values),
      figure(values.number('max'), 'down'),
    ),
    change: change(),
  });
}

function format(values: Values, required: boolean): Said {
  const [first = ''] = mediaNames(values);
  return {
    sentence: wants(values, required, mediaName(values.text('actual')), mediaNames(values)),
    change: t`Export it as ${first}`,
  };
}

function codec(values: Values, required: boolean): Said {
  const [first = ''] = mediaNames(values);
  return {
    sentence: wants(values, required, mediaName(values.text('actual')), mediaNames(values)),
    change: t`Export it with ${first}`,
  };
}

function wants(values: Values, required: boolean, actual: string, choices: readonly string[]): string {
  const [place, wanted] = [surface(values), oneOf(choices)];
  return required
    ? t`${actual}. Allowed for ${place}: ${wanted}.`
    : t`${actual}. Recommended for ${place}: ${wanted}.`;
}

function aspectWanted(values: Values, required: boolean): string {
  const place = surface(values);
  const [min, max] = [values.maybeNumber('min'), values.maybeNumber('max')];
  const ratio = aspectOf(values.number('width') / values.number('height'));
  const actual = `${size(values)} (${ratio})`;
  const [least, most] = [min === null ? '' : aspectOf(min), max === null ? '' : aspectOf(max)];
  if (min !== null && max !== null && least !== most)
    return required
      ? t`${actual}. Allowed for ${place}: ${least} to ${most}.`
      : t`${actual}. Recommended for ${place}: ${least} to ${most}.`;
  if (min === null) return allowsShape(required, actual, place, most);
  if (max !== null) return wants(values, required, actual, [least]);
  return required
    ? t`${actual}. Allowed for ${place}: ${least} or wider.`
    : t`${actual}. Recommended for ${place}: ${least} or wider.`;
}

function allowsShape(required: boolean, actual: string, place: string, most: string): string {
  return required
    ? t`${actual}. Allowed for ${place}: ${most} or narrower.`
    : t`${actual}. Recommended for ${place}: ${most} or narrower.`;
}

function sizeWanted(values: Values, required: boolean): string {
  const sizes = values.maybeList('sizes');
  if (sizes) return wants(values, required, size(values), sizes.map(sizeOfPair));
  const aspect = values.maybeNumber('aspect');
  if (aspect === null)
    return needs(required, size(values), surface(values), limits(values, 'minWidth', 'minHeight'));
  const ratio = aspectOf(values.number('width') / values.number('height'));
  return wants(values, required, `${size(values)} (${ratio})`, [aspectOf(aspect)]);
}

function sizeChange(values: Values): string {
  if (values.is('crop')) return cropTo(values.number('aspect'));
  const nearest = values.maybeList('nearest');
  if (nearest === null) return t`Export it larger`;
  const wanted = sizeOfPair(nearest);
  return t`Export it at ${wanted} or larger`;
}

function cropTo(aspect: number): string {
  const shape = aspectOf(aspect);
  return t`Crop to ${shape}`;
}

/** Both dimensions, or the one that has a limit. */
function limits(values: Values, wide: string, high: string): string {
  const [width, height] = [values.maybeNumber(wide), values.maybeNumber(high)];
  if (width !== null && height !== null) {
    const both = formatDimensions(width, height);
    return values.is('eitherOrientation') && width !== height ? t`${both} in either orientation` : both;
  }
  const side = formatCount(width ?? values.number(high));
  return width === null ? t`${side} px high` : t`${side} px wide`;
}

function pixels(count: number): string {
  const total = formatCount(count);
  return t`${total} pixels`;
}

const surface = (values: Values) => values.place();
const size = (values: Values) => formatDimensions(values.number('width'), values.number('height'));
const mediaNames = (values: Values) => values.list('wanted').map((name) => mediaName(String(name)));

function sizeOfPair(pair: unknown): string {
  const [width, height] = pair as [number, number];
  return formatDimensions(width, height);
}
