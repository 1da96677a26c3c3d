import { addressOf, type Place } from '../lib/address.ts';

/** Where the site is served from, as set for this build. */
const base = import.meta.env.BASE_URL;
const site: string | undefined = import.meta.env.SITE;

/** The address of a place within the host. */
export function href(place: Place): string {
  return addressOf(place, base);
}

/** The whole address of a place, where the build was told the host; else null. */
export function absolute(place: Place): string | null {
  return site === undefined ? null : new URL(href(place), site).href;
}

/** The whole address where the host is known, else the address within it. */
export function best(place: Place): string {
  return absolute(place) ?? href(place);
}
