/** Address of a guide in one situation at the content origin, whose own address ends in a slash. */
export function guideAddress(contentOrigin: string, matterId: string, situationKey: string): string {
  return new URL(`g/${matterId}/${situationKey}/`, contentOrigin).href;
}
