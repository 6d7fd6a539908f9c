export interface Position {
  /** WGS 84, decimal degrees. */
  latitude: number;
  longitude: number;
}

const earthRadiusKm = 6371;
/** Roads wind: in a district of hills and valleys they are about a third longer than the bird's way. */
const roadFactor = 1.3;

/** About how far it is by road, in kilometres: the great circle, lengthened. */
export function roadKm(from: Position, to: Position): number {
  const lat = radians(to.latitude - from.latitude) / 2;
  const lon = radians(to.longitude - from.longitude) / 2;
  const inner =
    Math.sin(lat) ** 2 + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(lon) ** 2;
  return 2 * earthRadiusKm * Math.asin(Math.sqrt(inner)) * roadFactor;
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
