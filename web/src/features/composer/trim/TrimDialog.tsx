import { Trans, useLingui } from '@lingui/react/macro';
import { ActionIcon, Button, DirectionProvider, Group, Modal, RangeSlider, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPlayerPauseFilled, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { PostAsset, Surface } from '@/api/types';
import { formatDuration } from '@/lib/format';
import classes from './trim.module.css';

interface Props {
  media: PostAsset;
  surface: Surface | undefined;
  onSave: (change: Pick<PostAsset, 'trim'>) => void;
  onClose: () => void;
}

const step = 0.1;
const least = 0.5;

/** Where the video begins and ends in this post. The handles move by mouse, touch and arrow keys. */
export default function TrimDialog({ media, onSave, onClose }: Props) {
  const { t } = useLingui();
  const phone = useMediaQuery('(max-width: 640px)') ?? false;
  const video = useRef<HTMLVideoElement>(null);
  const [length, setLength] = useState(media.durationSeconds ?? media.trim?.end ?? 0);
  const [[start, end], setRange] = useState<[number, number]>([
    media.trim?.start ?? 0,
    media.trim?.end ?? length,
  ]);
  const [at, setAt] = useState(start);
  const [playing, setPlaying] = useState(false);

  const { name } = media;
  const total = formatDuration(length);

  /** The picture follows the handle that is moved. */
  const change = (next: [number, number]) => {
    const moved = next[0] === start ? next[1] : next[0];
    setRange(next);
    if (!video.current) return;
    video.current.pause();
    video.current.currentTime = moved;
  };
  const toggle = () => {
    const element = video.current;
    if (!element) return;
    if (!element.paused) return element.pause();
    if (element.currentTime < start || element.currentTime >= end - step) element.currentTime = start;
    void element.play();
  };
  const tick = () => {
    const element = video.current;
    if (!element) return;
    setAt(element.currentTime);
    if (!element.paused && element.currentTime >= end) element.pause();
  };
  const save = () => {
    const isWhole = start < step && end > length - step;
    onSave({ trim: isWhole ? null : { start: tidy(start), end: tidy(end) } });
  };

  return (
    <Modal opened onClose={onClose} title={t`Trim ${name}`} size={640} fullScreen={phone}>
      <div className={classes.stage}>
        {media.videoUrl ? (
          <video
            ref={video}
            src={media.videoUrl}
            poster={media.previewUrl ?? undefined}
            playsInline
            preload="metadata"
            tabIndex={-1}
            onLoadedMetadata={(event) => {
              const { duration } = event.currentTarget;
              if (length > 0 || !Number.isFinite(duration)) return;
              setLength(duration);
              setRange([0, duration]);
            }}
            onTimeUpdate={tick}
            onPlay={() => setPlaying(true)}
            onPause={() => setPlaying(false)}
          >
            <track kind="captions" />
          </video>
        ) : (
          <Text size="sm">
            <Trans>The preview isn’t ready yet. You can still trim the video.</Trans>
          </Text>
        )}
      </div>
      <div className={classes.controls} dir="ltr">
        <ActionIcon
          size={44}
          variant="default"
          aria-label={playing ? t`Pause` : t`Play trimmed video`}
          disabled={!media.videoUrl}
          onClick={toggle}
        >
          {playing ? <IconPlayerPauseFilled size={18} /> : <IconPlayerPlayFilled size={18} />}
        </ActionIcon>
        {/* Time in a video runs from left to right in every language. */}
        <DirectionProvider initialDirection="ltr" detectDirection={false}>
          <RangeSlider
            className={classes.range}
            min={0}
            max={Math.max(length, least)}
            step={step}
            minRange={Math.min(least, length)}
            value={[start, end]}
            onChange={change}
            label={formatTenths}
            size={10}
            thumbSize={24}
            thumbFromLabel={t({ message: 'Start', context: 'of a video' })}
            thumbToLabel={t({ message: 'End', context: 'of a video' })}
            data-autofocus
          />
        </DirectionProvider>
      </div>
      <dl className={classes.times}>
        <div>
          <dt>
            <Trans context="of a video">Start</Trans>
          </dt>
          <dd>{formatTenths(start)}</dd>
        </div>
        <div>
          <dt>
            <Trans context="where a video plays">Now</Trans>
          </dt>
          <dd>{formatTenths(at)}</dd>
        </div>
        <div>
          <dt>
            <Trans context="of a video">End</Trans>
          </dt>
          <dd>{formatTenths(end)}</dd>
        </div>
        <div>
          <dt>
            <Trans>Selected of {total}</Trans>
          </dt>
          <dd>
            <output>{formatTenths(end - start)}</output>
          </dd>
        </div>
      </dl>
      <Group justify="flex-end" gap="sm" mt="lg" className={classes.foot}>
        {media.trim && (
          <Button variant="subtle" color="gray" c="var(--ink)" onClick={() => onSave({ trim: null })}>
            <Trans>Remove trim</Trans>
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button disabled={length === 0} onClick={save}>
          <Trans context="verb">Trim</Trans>
        </Button>
      </Group>
    </Modal>
  );
}

/** 74.26 → "1:14.3". */
function formatTenths(seconds: number): string {
  const tenths = Math.round(seconds * 10);
  const minutes = Math.floor(tenths / 600);
  return `${minutes}:${String(Math.floor((tenths % 600) / 10)).padStart(2, '0')}.${tenths % 10}`;
}

function tidy(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
