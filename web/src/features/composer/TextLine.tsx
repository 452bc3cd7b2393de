import { Textarea } from '@mantine/core';
import type { TextLimit } from '@/api/types';
import { ownDirection } from '@/ui/ownDirection';
import { CaptionCounter } from './CaptionCounter';
import classes from './Composer.module.css';
import { countText } from './captionLimits';

interface Props {
  label: string;
  hint?: string;
  value: string;
  limit: TextLimit | null;
  onChange: (value: string) => void;
}

/** A text of the post other than the caption: a title, or the first comment. */
export function TextLine({ label, hint, value, limit, onChange }: Props) {
  const counted = countText(value, limit);
  return (
    <div className={classes.text}>
      <Textarea
        label={label}
        {...ownDirection}
        description={hint}
        autosize
        minRows={1}
        maxRows={6}
        value={value}
        error={counted?.level === 'over'}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {counted && value !== '' && (
        <div className={classes.below}>
          <CaptionCounter network={null} counted={[counted]} />
        </div>
      )}
    </div>
  );
}
