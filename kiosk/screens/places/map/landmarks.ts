import type { Position } from '../../../../content/model/distance.ts';

/** Two waters everybody in Huangyan knows, drawn by hand and only roughly where they are. */
export const reservoir: readonly Position[] = [
  { latitude: 28.606, longitude: 121.046 },
  { latitude: 28.603, longitude: 121.064 },
  { latitude: 28.592, longitude: 121.07 },
  { latitude: 28.58, longitude: 121.06 },
  { latitude: 28.572, longitude: 121.045 },
  { latitude: 28.578, longitude: 121.03 },
  { latitude: 28.592, longitude: 121.028 },
];
export const reservoirName: Position = { latitude: 28.589, longitude: 121.05 };

/** From the reservoir to where it leaves the district for the sea. */
export const river: readonly Position[] = [
  { latitude: 28.6, longitude: 121.066 },
  { latitude: 28.622, longitude: 121.095 },
  { latitude: 28.645, longitude: 121.13 },
  { latitude: 28.644, longitude: 121.17 },
  { latitude: 28.642, longitude: 121.205 },
  { latitude: 28.66, longitude: 121.23 },
  { latitude: 28.667, longitude: 121.26 },
  { latitude: 28.66, longitude: 121.295 },
  { latitude: 28.672, longitude: 121.335 },
];
export const riverName: Position = { latitude: 28.644, longitude: 121.185 };
