import { useContext } from 'react';
import { type Day, dayIn } from '#domain/time.ts';
import { useDesk } from '../app/desk.tsx';
import { TimeZoneContext } from '../messages/time-zone.ts';

/** The day it is on the wall of the site, by the application's clock. */
export function useToday(): Day {
  const zone = useContext(TimeZoneContext);
  return dayIn(useDesk().now, zone);
}
