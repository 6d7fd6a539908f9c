/** Who a device is, in its own words. The serial number tells two of a kind apart. Null: it does not say. */
export interface DeviceIdentity {
  manufacturer: string | null;
  model: string | null;
  serialNumber: string | null;
  firmware: string | null;
}

/**
 * What every driver offers beside what it is for. The status is a union by `state` that a screen can draw; it never throws
 * for what a device or a cable can do, reopens and recovers by itself, and lets go of every handle in `close`.
 */
export interface Device<Status extends { state: string }> {
  readonly status: Status;
  /** Null until the device has answered once. Kept while it is away. */
  readonly identity: DeviceIdentity | null;
  onStatus(listener: (status: Status) => void): () => void;
  close(): Promise<void>;
}

export const unknownIdentity: DeviceIdentity = {
  manufacturer: null,
  model: null,
  serialNumber: null,
  firmware: null,
};
