/** Where the page of a code (content/codes) stands below the content origin. On paper in QR codes: never changed. */
export function codePath(id: string): string {
  return `c/${id}/`;
}

/** Its whole address, for a QR code. The content origin's own address ends in a slash. */
export function codeAddress(contentOrigin: string, id: string): string {
  return new URL(codePath(id), contentOrigin).href;
}
