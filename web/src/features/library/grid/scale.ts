/** Browsers limit boxes to about 16.7 million pixels. This is far enough below for all of them. */
export const tallest = 8_000_000;
/** At either end, this share of the box scrolls one to one, so that the end of the box is the end of the content. */
const endShare = 0.25;

/**
 * Content of any height in a box of limited height. Both are measured in possible scroll positions: from 0 to the height minus what is
 * visible.
 */
export interface Scale {
  content: number;
  box: number;
}

export function scaleFor(contentHeight: number, viewHeight: number): Scale {
  const content = Math.max(0, contentHeight - viewHeight);
  return { content, box: Math.min(content, Math.max(0, tallest - viewHeight)) };
}

/** From a place in the content to one in the box: one to one at both ends, compressed in between. */
export function toBox({ content, box }: Scale, place: number): number {
  const at = clamp(place, content);
  if (content <= box) return at;
  const end = box * endShare;
  if (at <= end) return at;
  if (at >= content - end) return box - (content - at);
  return end + ((at - end) * (box - 2 * end)) / (content - 2 * end);
}

export function toContent({ content, box }: Scale, scrollTop: number): number {
  const at = clamp(scrollTop, box);
  if (content <= box) return at;
  const end = box * endShare;
  if (at <= end) return at;
  if (at >= box - end) return content - (box - at);
  return end + ((at - end) * (content - 2 * end)) / (box - 2 * end);
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(0, value), most);
}

/** The part of an element needed to scroll it. */
export interface ScrollBox {
  scrollTop: number;
  readonly clientHeight: number;
}

/**
 * The scroll position of the content. A wheel, a finger or a key moves it one to one at any scale; the base makes up the difference. Only a
 * leap, as with a dragged scroll bar, uses the scale.
 */
export class ScaledScroll {
  #base = 0;
  #seen = 0;
  #height = 0;
  readonly #box: ScrollBox;

  constructor(box: ScrollBox) {
    this.#box = box;
  }

  /** Added to a place in the box, it gives the place in the content. */
  get base(): number {
    return this.#base;
  }

  get top(): number {
    return clamp(this.#seen + this.#base, this.scale.content);
  }

  get scale(): Scale {
    return scaleFor(this.#height, this.#box.clientHeight);
  }

  /** The content has a new height; what is visible stays in place until somebody scrolls. */
  resize(height: number): void {
    if (height === this.#height) return;
    const { top } = this;
    this.#height = height;
    this.moveTo(top);
  }

  /** To be called after the box was scrolled. */
  scrolled(): void {
    const { scale } = this;
    const now = this.#box.scrollTop;
    const leap = Math.max(4000, 3 * this.#box.clientHeight);
    const isAtEnd = now <= 0 || now >= scale.box - 1;
    if (isAtEnd || Math.abs(now - this.#seen) > leap)
      this.#base = toContent(scale, now) - clamp(now, scale.box);
    this.#seen = clamp(now, scale.box);
  }

  moveTo(place: number): void {
    const { scale } = this;
    const at = clamp(place, scale.content);
    const wanted = Math.round(toBox(scale, at));
    if (Math.abs(this.#box.scrollTop - wanted) >= 1) this.#box.scrollTop = wanted;
    // A box that does not have its new height yet stops short, so its actual position counts.
    this.#seen = this.#box.scrollTop;
    this.#base = scale.content <= scale.box ? 0 : at - this.#seen;
  }

  /** At rest, moves the box to where the scale puts it, while the content stays in place. */
  settle(): boolean {
    const { scale, top } = this;
    if (scale.content <= scale.box || Math.abs(toBox(scale, top) - this.#seen) < 1) return false;
    this.moveTo(top);
    return true;
  }
}
