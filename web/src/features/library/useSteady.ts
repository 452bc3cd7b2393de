import { useLayoutEffect, useState } from 'react';

/** An object of functions that stays the same and always runs the newest ones: what is handed it need not be drawn again. */
export function useSteady<Functions extends object>(newest: Functions): Functions {
  const [steady] = useState(() => ({ ...newest }));
  useLayoutEffect(() => {
    Object.assign(steady, newest);
  });
  return steady;
}
