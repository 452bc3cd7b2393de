import { type Answering, textOf } from './raw';

type Heard = ((event: { lengthComputable: boolean; loaded: number }) => void) | null;

/** The part of `XMLHttpRequest` that tus-js-client uses to send files. */
export function requestsOf(answer: Answering) {
  return class {
    readonly upload: { onprogress: Heard } = { onprogress: null };
    onload: (() => void) | null = null;
    onerror: ((event: Event) => void) | null = null;
    status = 0;
    responseText = '';
    #method = '';
    #url = '';
    #headers = new Headers();
    #answered = new Headers();
    #aborted = false;

    open(method: string, url: string): void {
      this.#method = method;
      this.#url = url;
    }

    setRequestHeader(name: string, value: string): void {
      this.#headers.set(name, value);
    }

    getResponseHeader(name: string): string | null {
      return this.#answered.get(name);
    }

    abort(): void {
      this.#aborted = true;
    }

    send(body: Blob | null): void {
      void this.#send(body?.size ?? 0);
    }

    async #send(bytes: number): Promise<void> {
      try {
        if (bytes > 0) this.upload.onprogress?.({ lengthComputable: true, loaded: Math.floor(bytes / 2) });
        const url = new URL(this.#url, window.location.href);
        const asked = { method: this.#method, url, headers: this.#headers, text: '', bytes };
        const answered = await answer(asked);
        if (this.#aborted) return;
        if (bytes > 0) this.upload.onprogress?.({ lengthComputable: true, loaded: bytes });
        this.status = answered.status;
        this.#answered = new Headers(answered.headers);
        this.responseText = textOf(answered);
        this.onload?.();
      } catch {
        if (!this.#aborted) this.onerror?.(new Event('error'));
      }
    }
  };
}
