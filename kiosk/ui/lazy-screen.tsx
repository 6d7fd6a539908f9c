import { signal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import { Loading } from './loading.tsx';

/** A screen whose code comes when it is first needed, or before that in a quiet moment (`preload`). `meanwhile` stands in its place. */
export function lazyScreen<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  meanwhile: ComponentChildren = <Loading />,
) {
  const loaded = signal<ComponentType<Props> | null>(null);
  const failed = signal<unknown>(null);

  function preload(): void {
    if (loaded.peek() !== null) return;
    load().then(
      screen => {
        failed.value = null;
        loaded.value = screen;
      },
      (error: unknown) => {
        failed.value = error;
      },
    );
  }

  function LazyScreen(props: Props) {
    const Loaded = loaded.value;
    if (Loaded !== null) return <Loaded {...props} />;
    if (failed.value !== null) {
      const error = failed.peek();
      // The next attempt begins anew; this one goes to the boundary, which has words and a way home.
      failed.value = null;
      throw error;
    }
    preload();
    return meanwhile;
  }

  return { Screen: LazyScreen, preload };
}
