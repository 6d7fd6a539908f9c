/** Where the guide for a situation stands below the content origin. On paper in QR codes: never changed. */
export function guidePath(matterId: string, situationKey: string): string {
  return `g/${matterId}/${situationKey}/`;
}

/** Its whole address, for a QR code. The content origin's own address ends in a slash. */
export function guideAddress(contentOrigin: string, matterId: string, situationKey: string): string {
  return new URL(guidePath(matterId, situationKey), contentOrigin).href;
}
