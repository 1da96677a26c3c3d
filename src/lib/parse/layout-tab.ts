import { eventDayLength } from '../text/dates.ts';
import { readMarker } from '../text/markers.ts';

/**
 * Length of what opens a line so that a tab after it is layout, not the edge of a cell: numbering, or the day of an
 * event that a sentence tells; 0 for any other line.
 */
export function beforeLayoutTab(text: string): number {
  const marker = readMarker(text);
  if (marker) return marker.length;
  return text.endsWith('。') ? eventDayLength(text) : 0;
}
