import type { PlatformClient } from './client.ts';

/** Whether the platform answered when it was last asked. Unreachable until it has answered once. */
export interface Reachability {
  readonly reachable: boolean;
  probe(): Promise<void>;
}

export function watchPlatform(platform: PlatformClient, onChange: (reachable: boolean) => void): Reachability {
  let reachable = false;
  return {
    get reachable() {
      return reachable;
    },
    probe: async () => {
      const before = reachable;
      reachable = await platform.reachable();
      if (reachable !== before) onChange(reachable);
    },
  };
}
