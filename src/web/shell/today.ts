import { useEffect, useState } from 'react';
import type { CivilDate } from '../../shared/civil-date.js';

/** Today on the wall calendar of Asia/Shanghai, wherever the browser stands. This file is the one place in the pages that reads a clock. */
export function today(): CivilDate {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date()) as CivilDate;
}

/** The present on the same wall clock, `2026-05-11T08:30`: compares with the starts and ends of shifts. */
function wallClock(): string {
  return `${today()}T${new Intl.DateTimeFormat('sv-SE', { timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(new Date())}`;
}

/** The wall clock as it goes on: a page stays open for hours, and a telephone shows it again just as it was left. */
export function useWallClock(): string {
  const [now, setNow] = useState(wallClock);
  useEffect(() => {
    const look = () => {
      setNow(wallClock());
    };
    const timer = setInterval(look, 30_000);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, []);
  return now;
}
