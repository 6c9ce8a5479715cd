import { counted } from './figures.js';
import type { Messages } from './zh.js';

/** Holiday notices. */
export const noticesEn: Messages['notices'] = {
  title: 'Holiday notices',
  lead: 'The State Council notice of each year is imported; a year without one counts statutory holidays only and is provisional.',
  import: 'Import a notice',
  file: 'JSON file',
  send: 'Import',
  shape:
    'Shape: {"year": 2027, "document": "name and date", "days": [{"date": "2027-01-01", "name": "元旦", "isOffDay": true}, …]}; isOffDay false marks an adjusted working day. A yearly file of the public holiday-cn collection can be imported as it is.',
  unreadable: 'The file is not valid JSON. Check it and choose it again.',
  wrong: (count) => `${counted(count, 'mistake', 'mistakes')} in the file; nothing was imported`,
  place: (row) => `Day ${String(row)} of the list: `,
  taken: (year, days) => `Notice of ${String(year)} imported, ${counted(days, 'day', 'days')}.`,
  provisionalTitle: (years) => `${years} has no notice yet: rosters are provisional`,
  provisionalText: 'Import the notice as soon as it is out and check the rosters that it touches.',
  emptyTitle: 'No notice is on file',
  emptyText: "Import this year's notice.",
  year: (year) => String(year),
  holiday: 'Holiday',
  offDays: 'Off',
  workDays: 'Adjusted working days',
};
