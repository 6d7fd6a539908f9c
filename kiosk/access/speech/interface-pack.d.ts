/** Made by scripts/build/speech-plugin.ts. */
declare module 'virtual:interface-pack' {
  /** Address of the sounds that come with the kiosk. Its name has the digest of what is in it. */
  export const interfacePackUrl: string;
}
