/** Beyond this speed, in screens per second, nobody can see a picture. */
const hurriedScreens = 3;
/** A scroller that has not moved for this long is at rest. */
export const restMs = 160;
/** The weight of the newest step against those before it: a wheel moves in jerks. */
const weight = 0.4;

/** How fast a person scrolls. */
export class Pace {
  #speed = 0;
  #place = 0;
  #time = Number.NEGATIVE_INFINITY;

  /** Records that the content was scrolled to a place, in pixels, at a time, in milliseconds. */
  moved(place: number, time: number): void {
    const took = time - this.#time;
    const speed = Math.abs(place - this.#place) / Math.max(took, 1);
    // A single leap, as to another month, counts as rest: what it lands on should be shown.
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
