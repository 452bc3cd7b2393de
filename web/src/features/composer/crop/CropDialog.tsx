import 'react-easy-crop/react-easy-crop.css';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Slider, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import Cropper, { type Area } from 'react-easy-crop';
import type { PostAsset, Surface } from '@/api/types';
import { formatDimensions } from '@/lib/format';
import { inLanguage } from '@/lib/locale';
import classes from './crop.module.css';
import { aspectWords, cropOf, free, isWhole, original, ratioOf, ratiosOf, tallest, widest } from './ratios';

interface Props {
  media: PostAsset;
  surface: Surface | undefined;
  onSave: (change: Pick<PostAsset, 'crop'>) => void;
  onClose: () => void;
}

const most = 8;
const percent = inLanguage((locale) => new Intl.NumberFormat(locale, { style: 'percent' }));

/** Chooses which part of a picture or video this post shows. The original stays unchanged. */
export default function CropDialog({ media, surface, onSave, onClose }: Props) {
  const { t } = useLingui();
  const phone = useMediaQuery('(max-width: 640px)') ?? false;
  const natural = media.width && media.height ? media.width / media.height : 1;
  const ratios = ratiosOf(surface);
  const [chosen, setChosen] = useState(() => ratioOf(media.crop, ratios, natural)?.name ?? free);
  const [shape, setShape] = useState(() =>
    media.crop ? (media.crop.width / media.crop.height) * natural : natural,
  );
  const [point, setPoint] = useState({ x: 0, y: 0 });
  const [zoom, setZoom] = useState(1);
  const [area, setArea] = useState<Area | null>(null);
  const [initial] = useState(() => percentages(media));
  const ratio = ratios.find(({ name }) => name === chosen);
  const aspect = ratio ? (ratio.aspect ?? natural) : shape;
  const { name } = media;
  const wordsOf = (shown: string) =>
    shown === free
      ? t({ message: 'Free', context: 'crop in any shape' })
      : shown === original
        ? t({ message: 'Original', context: 'shape of a crop' })
        : shown;
  const crop = area && cropOf(area);
  const size = crop && media.width && media.height && pixels(crop, media.width, media.height);
  const pixelSize = size && formatDimensions(size.width, size.height);
  const source =
    media.kind === 'video' && media.videoUrl
      ? { video: media.videoUrl }
      : { image: media.previewUrl ?? media.thumbUrl ?? '' };

  const choose = (name: string) => {
    setChosen(name);
    setPoint({ x: 0, y: 0 });
    setZoom(1);
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Crop ${name}`}
      size={760}
      fullScreen={phone}
      classNames={{ body: classes.body, content: classes.content }}
    >
      <div className={classes.stage}>
        <Cropper
          {...source}
          crop={point}
          zoom={zoom}
          maxZoom={most}
          aspect={aspect}
          initialCroppedAreaPercentages={initial}
          onCropChange={setPoint}
          onZoomChange={setZoom}
          onCropAreaChange={setArea}
          mediaProps={{ 'aria-hidden': true }}
          cropperProps={{
            'aria-label': t`Crop area. Move it with the arrow keys, zoom with + and −.`,
            role: 'application',
            onKeyDown: (event) => {
              if (event.key === '+' || event.key === '=') setZoom(Math.min(most, zoom * 1.1));
              else if (event.key === '-') setZoom(Math.max(1, zoom / 1.1));
            },
          }}
          keyboardStep={4}
          disableAutomaticStylesInjection
        />
      </div>
      <fieldset className={classes.ratios}>
        <legend>
          <Trans>Aspect ratio</Trans>
        </legend>
        {[...ratios.map((one) => one.name), free].map((one) => (
          <label key={one}>
            <input type="radio" name="ratio" checked={one === chosen} onChange={() => choose(one)} />
            <span>{wordsOf(one)}</span>
          </label>
        ))}
      </fieldset>
      {chosen === free && (
        <Labelled label={t`Tall to wide`} value={aspectWords(shape)}>
          <Slider
            min={Math.log(tallest)}
            max={Math.log(widest)}
            step={0.01}
            value={Math.log(shape)}
            onChange={(value) => setShape(Math.exp(value))}
            label={null}
            thumbLabel={t`Tall to wide`}
          />
        </Labelled>
      )}
      <Labelled label={t`Zoom`} value={percent().format(zoom)}>
        <Slider
          min={1}
          max={most}
          step={0.02}
          value={zoom}
          onChange={setZoom}
          label={null}
          thumbLabel={t`Zoom`}
        />
      </Labelled>
      <Group justify="flex-end" gap="sm" className={classes.foot}>
        <Text size="sm" c="dimmed" className={classes.size} role="status">
          {pixelSize && (
            <Trans>
              <bdi>{pixelSize}</bdi> pixels
            </Trans>
          )}
        </Text>
        {media.crop && (
          <Button variant="subtle" color="gray" c="var(--ink)" onClick={() => onSave({ crop: null })}>
            <Trans>Remove crop</Trans>
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button disabled={!crop} onClick={() => crop && onSave({ crop: isWhole(crop) ? null : crop })}>
          <Trans context="verb">Crop</Trans>
        </Button>
      </Group>
    </Modal>
  );
}

function Labelled({ label, value, children }: { label: string; value: string; children: ReactNode }) {
  return (
    <div className={classes.slider}>
      <span aria-hidden="true">{label}</span>
      {children}
      <output>
        <bdi>{value}</bdi>
      </output>
    </div>
  );
}

function percentages({ crop }: PostAsset): Area | undefined {
  if (!crop) return undefined;
  return { x: crop.x * 100, y: crop.y * 100, width: crop.width * 100, height: crop.height * 100 };
}

function pixels(crop: { width: number; height: number }, width: number, height: number) {
  return { width: Math.round(crop.width * width), height: Math.round(crop.height * height) };
}
