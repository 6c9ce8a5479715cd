import { counted } from './figures.js';
import type { Messages } from './zh.js';

/** Calendar feeds, for the manager and for each person. */
export const feedsEn: Pick<Messages, 'feeds' | 'mine'> = {
  feeds: {
    title: 'Calendar feeds',
    lead: "One secret address per person; a phone or computer that subscribes stays up to date. No other person's name is in it.",
    authority:
      'This app is the authority. Calendar clients refresh late (Google after 8–24 hours): for a change inside 48 hours read “Messages” or ask the project manager.',
    addresses: 'Addresses',
    nobodyTitle: 'Nobody is in the team yet',
    nobodyText: 'Once the team is entered, addresses are issued here.',
    state: 'State',
    issued: 'issued',
    notIssued: 'not issued',
    issuedAt: 'Issued',
    lastFetch: 'Last fetched',
    neverFetched: 'never fetched',
    versionSeen: 'Version seen',
    seen: (seen, latest) => `${seen === null ? 'none' : `version ${String(seen)}`} (latest is ${String(latest)})`,
    behind: (seen, latest) =>
      seen === null
        ? `has not seen version ${String(latest)}`
        : `still version ${String(seen)}, latest is ${String(latest)}`,
    manage: 'Manage',
    manageOf: (name) => `Manage the calendar address of ${name}`,
    titleOf: (name, code) => `Calendar feed of ${name} ${code}`,
    issue: 'Issue an address',
    rotate: 'Replace the address',
    rotateTitle: 'Replace the address?',
    rotateText: 'The old one stops working at once; the calendar has to be subscribed again.',
    revoke: 'Withdraw',
    revokeTitle: 'Withdraw the address?',
    revokeText: 'The calendar will no longer be updated.',
    address: 'Address',
    notShownAgain:
      'Address and QR code are shown when they are issued, never again. To subscribe on a new phone, replace the address.',
    shownOnce: 'Shown this once: subscribe now, copy it, or scan it with another phone',
    copy: 'Copy the address',
    subscribe: 'Subscribe on this device',
    secret: 'Do not pass it on: whoever has it can read your shifts.',
    qrAlt: 'QR code of the address, to be scanned with a phone',
    howTo: 'How to subscribe',
    clients: {
      iphone: {
        name: 'iPhone',
        steps: [
          'On this iPhone: tap “Subscribe on this device” and then Subscribe; on another one: scan the code with the camera',
          'If nothing happens, copy the address and open Settings → Apps → Calendar → Calendar Accounts → Add Account → Other → Add Subscribed Calendar',
          'Paste the address, tap Next, then Save',
        ],
        refresh: 'The iPhone refreshes as set under “Fetch New Data”; hourly is possible.',
      },
      android: {
        name: 'Android',
        steps: [
          'In the calendar app choose “Subscribe to calendar” or “Add by ICS or URL”',
          'Paste the address and save',
          'Where the app has no such item, add it in Google Calendar on a computer, or install a calendar app that subscribes to ICS',
        ],
        refresh: 'How often depends on the app; usually every few hours.',
      },
      google: {
        name: 'Google',
        steps: [
          'Open Google Calendar on a computer',
          'Beside “Other calendars” click +, then “From URL”',
          'Paste the address and click “Add calendar”',
        ],
        refresh: "Google refreshes after 8–24 hours and can't be hurried; the address must be reachable from outside.",
      },
      outlook: {
        name: 'Outlook',
        steps: [
          'Open the Outlook calendar and choose “Add calendar”',
          'Choose “Subscribe from web”',
          'Paste the address, name it and click “Import”',
        ],
        refresh: 'Outlook refreshes after about three hours or more.',
      },
    },
  },
  mine: {
    shiftsTitle: 'My shifts',
    noShiftTitle: 'No shift in the coming weeks',
    noShiftText: 'Published shifts appear here, and you get a message.',
    shiftCount: (count) => counted(count, 'shift', 'shifts'),
    when: { now: 'On duty now', today: 'Today', tomorrow: 'Tomorrow', later: 'Next shift' },
    nextDay: (time) => `${time} next day`,
    calendarTitle: 'Calendar subscription',
    calendarLead: 'Your shifts in your own calendar, updated with every publication.',
    notTiedTitle: 'Your account is not linked to a member of the team',
    notTiedText: 'Ask the administrator to link it to your code.',
    messagesTitle: 'Messages',
    newMessage: 'New',
    toSubject: { 'roster-published': 'See my shifts', 'leave-decided': 'See my leave', 'shift-swap': 'Go to swaps' },
    noPasswordTitle: 'Set a password',
    noPasswordText:
      'You came by a sign-in link and have no password yet. Set one now, so that you can sign in by yourself.',
    setPassword: 'Set my password',
    noMessageTitle: 'No message',
    noMessageText: 'Changes to your shifts appear here.',
  },
};
