// How far the AWS data can be trusted for saying that something does not exist: AWS adds new names every week.
import type { Catalog } from './types';

const DAY = 24 * 60 * 60 * 1000;
const SURE_FOR_DAYS = 180;

/** Whether the data is so old that a name which it lacks may well be a new one. `today`: an ISO date. */
export function isStale(catalog: Pick<Catalog, 'date'>, today: string): boolean {
  return Date.parse(today) - Date.parse(catalog.date) > SURE_FOR_DAYS * DAY;
}
