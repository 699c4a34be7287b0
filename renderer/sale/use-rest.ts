import { useEffect, useState } from 'react';

/** A code scanned twice, a key or a button pressed twice: the second comes within this time. */
const restMs = 800;

/** True for a moment after mounting, in which what confirmed the step before must not confirm this one. */
export function useRest(): boolean {
  const [resting, setResting] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setResting(false), restMs);
    return () => clearTimeout(timer);
  }, []);
  return resting;
}
