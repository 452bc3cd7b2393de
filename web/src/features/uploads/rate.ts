const windowMs = 8000;

/** How fast bytes go out, over the last seconds; estimates how long the rest will take. */
export class Rate {
  #samples: { at: number; sent: number }[] = [];

  note(at: number, sent: number): void {
    const last = this.#samples.at(-1);
    // Fewer bytes than before means that a file was retried or removed; the old samples are then worthless.
    if (last && sent < last.sent) this.#samples = [];
    this.#samples.push({ at, sent });
    while (this.#samples[0] && at - this.#samples[0].at > windowMs) this.#samples.shift();
  }

  /** Null until there are enough samples. */
  secondsFor(bytes: number): number | null {
    const first = this.#samples[0];
    const last = this.#samples.at(-1);
    if (!first || !last || last.at - first.at < 1000 || last.sent <= first.sent) return null;
    return bytes / ((last.sent - first.sent) / ((last.at - first.at) / 1000));
  }

  reset(): void {
    this.#samples = [];
  }
}
