import { type Day, dayIn } from '#domain/time.ts';
import type { ReadingDeps } from './deps.ts';

/** The day on the wall of the point. */
export const todayAtSite = (deps: ReadingDeps): Day => dayIn(deps.now(), deps.reference().site.timeZone);
