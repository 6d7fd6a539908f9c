import { type Role, townRole } from '../delivery/roles.ts';

/** Whose a source file is: the folder it lies in says so. */
export function roleOfFile(file: string): Role {
  if (file.startsWith('city/')) return 'targets';
  const code = placeCodeOfFile(file);
  return code === null ? 'district' : townRole(code);
}

/** `district`, or the code of the place: the name of the level's overlay record. */
export function overlayLevel(file: string): string {
  return placeCodeOfFile(file) ?? 'district';
}

/** Of a file of a township; null for one of the city or the district. */
export function placeCodeOfFile(file: string): string | null {
  return /^townships\/(\d{9})-/.exec(file)?.[1] ?? null;
}
