import { signal } from '@preact/signals';

/** The technician's readiness screen lies over everything, with and without a visit. */
export const readinessOpen = signal(false);

/** Long enough that no citizen comes upon it by leaning on the screen. */
const pressMs = 3000;

export function openReadiness(): void {
  readinessOpen.value = true;
}

/** Also by key (F2) and by the address `/?readiness`, for a technician at a desk. */
export function watchReadinessDoor(): void {
  if (new URLSearchParams(location.search).has('readiness')) openReadiness();
  addEventListener('keydown', event => {
    if (event.key !== 'F2') return;
    event.preventDefault();
    openReadiness();
  });
}

let pressing: ReturnType<typeof setTimeout> | undefined;

const release = (): void => clearTimeout(pressing);

/** Handlers of what opens it when it is held down. */
export const readinessPress = {
  onPointerDown: (): void => {
    release();
    pressing = setTimeout(openReadiness, pressMs);
  },
  onPointerUp: release,
  onPointerLeave: release,
  onPointerCancel: release,
};
