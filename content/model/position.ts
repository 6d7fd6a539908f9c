import { z } from 'zod';

/** Where a place is (WGS 84, decimal degrees), within the bounds of Huangyan: a slip of the pen puts nobody into the sea. */
export const positionSchema = z.strictObject({
  latitude: z
    .number()
    .min(28.3, 'Huangyan lies between 28.3 and 28.8 north')
    .max(28.8, 'Huangyan lies between 28.3 and 28.8 north'),
  longitude: z
    .number()
    .min(120.7, 'Huangyan lies between 120.7 and 121.5 east')
    .max(121.5, 'Huangyan lies between 120.7 and 121.5 east'),
});
