import { useEffect, useState } from 'react';

/** Turns true only after the flag has been set for a while, so that nothing flickers when the answer is quick. */
export function useDelayed(flag: boolean, milliseconds = 300): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!flag) return;
    const timer = setTimeout(() => setLate(true), milliseconds);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [flag, milliseconds]);
  return flag && late;
}
