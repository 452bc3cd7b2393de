/** Past so many screens a second nobody sees a picture. */
const hurriedScreens = 3;
/** A scroller that was not moved for this long rests. */
export const restMs = 160;
/** What the newest step weighs beside those before it: a wheel turns in jerks. */
const weight = 0.4;

/** How fast a person scrolls. */
export class Pace {
  #speed = 0;
  #place = 0;
  #time = Number.NEGATIVE_INFINITY;

  /** The content was scrolled to a place, in pixels, at a time, in milliseconds. */
  moved(place: number, time: number): void {
    const took = time - this.#time;
    const speed = Math.abs(place - this.#place) / Math.max(took, 1);
    // One leap, as to another month, shows where it lands.
    this.#speed = took > restMs ? 0 : this.#speed + weight * (speed - this.#speed);
    this.#place = place;
    this.#time = time;
  }

  rested(): void {
    this.#speed = 0;
  }

  isHurried(viewHeight: number): boolean {
    return this.#speed * 1000 > hurriedScreens * viewHeight;
  }
}
