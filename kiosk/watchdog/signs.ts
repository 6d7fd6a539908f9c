/** Events of the window by which the kiosk tells its watchdog how it is. */
export const pageUp = 'kiosk-up';
export const brokenPage = 'kiosk-broken';
export const nobodyThere = 'kiosk-nobody-there';

/** What a new service worker asks of the pages; any answer on the port that comes with it will do, within this time. */
export const areYouWell = 'are-you-well';
export const wellWithinMs = 5000;
