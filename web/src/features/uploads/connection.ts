const probeMs = 3000;

/** Polls the server until it answers, and at once when the browser is online again. Returns the function that stops it. */
export function whenServerAnswers(onBack: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const stop = () => {
    stopped = true;
    clearTimeout(timer);
    window.removeEventListener('online', ask);
  };
  async function ask(): Promise<void> {
    clearTimeout(timer);
    const back = await fetch('/health/live', { cache: 'no-store' }).then(
      (response) => response.ok,
      () => false,
    );
    if (stopped) return;
    if (!back) {
      timer = setTimeout(ask, probeMs);
      return;
    }
    stop();
    onBack();
  }
  window.addEventListener('online', ask);
  timer = setTimeout(ask, probeMs);
  return stop;
}
