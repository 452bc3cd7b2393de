const name = 'magpie-uploads';

/** Held by the tab that sends, so that other tabs do not call its uploads interrupted. */
export class SendingLock {
  #release: (() => void) | null = null;

  hold(sending: boolean): void {
    // Browsers offer locks only over HTTPS and on localhost; without them another tab may show a needless hint.
    if (!('locks' in navigator)) return;
    if (sending && this.#release === null) {
      const held = new Promise<void>((resolve) => {
        this.#release = resolve;
      });
      void navigator.locks.request(name, { mode: 'shared' }, () => held);
    } else if (!sending) {
      this.#release?.();
      this.#release = null;
    }
  }

  static async isHeld(): Promise<boolean> {
    if (!('locks' in navigator)) return false;
    const { held } = await navigator.locks.query();
    return held?.some((lock) => lock.name === name) ?? false;
  }
}
